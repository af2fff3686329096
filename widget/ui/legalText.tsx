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
  const n = settings.textsPerMonth;
  const slots: Record<string, string> = {
    brand: settings.brand,
    frequency: n === undefined ? catalogue.frequencyVaries : catalogue.frequencyKnown.replace('{n}', String(n)),
    sender: settings.sender ? `${settings.sender.name}, ${settings.sender.address}, ${settings.sender.contact}.` : '',
  };
  const fill = (text: string) =>
    text
      .replace(/\{(brand|frequency|sender)\}\.?/g, (slot, name: string) => {
        const value = slots[name] ?? '';
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

/** The links of a wording: real ones, in a new tab, so that nothing typed is lost. */
export function legalSlots(settings: Settings, legal: FilledLegal): Record<string, ComponentChildren> {
  const link = (href: string, label: string) => (
    <a href={href} target="_blank" rel="noopener">
      {label}
    </a>
  );
  return { terms: link(settings.terms, legal.termsLabel), privacy: link(settings.privacy, legal.privacyLabel) };
}
