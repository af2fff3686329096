import type { ComponentChildren } from 'preact';
import type { Settings } from '../config/settings.ts';
import type { LegalCatalogue, LegalText } from '../locales/legal/legal.ts';

/** A wording with the owner's names filled in; `{number}`, `{terms}` and `{privacy}` are left for the view. */
export interface FilledLegal extends LegalText {
  readonly region: string;
  readonly locale: string;
  readonly termsLabel: string;
  readonly privacyLabel: string;
}

/** The wording of the owner's region; the strictest where none is chosen. */
export function legalTextFor(settings: Settings, catalogue: LegalCatalogue): FilledLegal {
  // A region that nobody knows is a mistake of the owner's; the visitor sees the strictest wording.
  const region = settings.region && Object.hasOwn(catalogue.regions, settings.region) ? settings.region : 'strict';
  const legal = catalogue.regions[region];
  const slots: Record<string, string> = {
    brand: settings.brand,
    frequency: frequencyOf(settings.textsPerMonth, catalogue),
    sender: senderLine(settings.sender),
  };
  const fill = (text: string) =>
    text
      .replace(/\{(brand|frequency|sender)\}\.?/g, (slot, name: string) => {
        // A brace of the owner's would be taken for a slot later.
        const value = (slots[name] ?? '').replace(/[{}]/g, '');
        return slot.endsWith('.') && !value.endsWith('.') && value ? `${value}.` : value;
      })
      .trim();
  return {
    ...legal,
    region,
    locale: catalogue.locale,
    termsLabel: catalogue.terms,
    privacyLabel: catalogue.privacy,
    sms: fill(legal.sms),
    smsNamed: fill(legal.smsNamed),
    smsPrint: fill(legal.smsPrint),
    email: fill(legal.email),
    emailPrint: fill(legal.emailPrint),
  };
}

function frequencyOf(perMonth: number | undefined, catalogue: LegalCatalogue): string {
  if (perMonth === undefined || !(Number(perMonth) > 0)) return catalogue.frequencyVaries;
  return Number(perMonth) === 1 ? catalogue.frequencyOnce : catalogue.frequencyKnown.replace('{n}', String(perMonth));
}

/** Who sends, in one line; nothing where a part is missing, since half an address is none. */
export function senderLine(sender: Settings['sender']): string {
  const parts = [sender?.name, sender?.address, sender?.contact];
  return parts.every((part) => typeof part === 'string' && part.trim()) ? `${parts.join(', ')}.` : '';
}

/** The links of a wording: real ones, in a new tab, so that nothing typed is lost. */
export function legalSlots(settings: Settings, legal: FilledLegal): Record<string, ComponentChildren> {
  const link = (href: string, label: string) => (
    <a href={href} target="_blank" rel="noopener">
      {label}
    </a>
  );
  return { terms: link(settings.terms, legal.termsLabel), privacy: link(settings.privacy, legal.privacyLabel) };
}
