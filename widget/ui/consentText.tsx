import type { ComponentChildren } from 'preact';
import type { Settings } from '../config/settings.ts';
import type { ConsentCatalogue, ConsentRegion, ConsentText } from '../locales/consentText.ts';
import { fromPage } from '../platform/fromPage.ts';
import { pluralOf } from './plural.ts';

/** A consent text with the owner's names filled in; `{number}`, `{terms}` and `{privacy}` are left for the view. */
export interface FilledConsentText extends ConsentText {
  readonly region: string;
}

const regions: readonly unknown[] = ['us', 'ca', 'uk', 'eu', 'au'] satisfies ConsentRegion[];

/**
 * The region whose rules are followed. With an unknown region, which is the owner's mistake, the visitor sees the
 * strictest text.
 */
export function regionOf(region: unknown): ConsentRegion {
  return regions.includes(region) ? (region as ConsentRegion) : 'strict';
}

/**
 * The consent text of the owner's region; the strictest where none is chosen. Throws where the catalogue has none,
 * because nothing may be asked then.
 */
export function consentTextFor(settings: Settings, catalogue: ConsentCatalogue): FilledConsentText {
  const region = regionOf(settings.region);
  const consentText = catalogue.regions[region];
  if (!consentText) throw new TypeError(`no wording for ${region}`);
  const slots: Record<string, string> = {
    brand: settings.brand,
    frequency: frequencyOf(settings.textsPerMonth, catalogue, consentText.locale),
    sender: senderLine(settings.sender),
  };
  const fill = (text: string) =>
    text
      .replace(/\{(brand|frequency|sender)\}\.?/g, (slot, name: string) => {
        // A brace in the owner's name would count as a slot later.
        const value = (slots[name] ?? '').replace(/[{}]/g, '');
        return slot.endsWith('.') && !value.endsWith('.') && value ? `${value}.` : value;
      })
      .trim();
  return {
    ...consentText,
    region,
    sms: fill(consentText.sms),
    smsNamed: fill(consentText.smsNamed),
    smsPrint: fill(consentText.smsPrint),
    email: fill(consentText.email),
    emailPrint: fill(consentText.emailPrint),
  };
}

function frequencyOf(perMonth: unknown, { frequency, frequencyVaries }: ConsentCatalogue, locale: string): string {
  const n = Number(perMonth);
  return Number.isFinite(n) && n > 0 ? pluralOf(frequency, n, locale) : frequencyVaries;
}

/** The sender, in one line; empty where a part is missing, because half an address is useless. */
export function senderLine(sender: Settings['sender']): string {
  const parts = [sender?.name, sender?.address, sender?.contact];
  return parts.every((part) => typeof part === 'string' && part.trim()) ? `${parts.join(', ')}.` : '';
}

/** The links of a consent text: real ones, in a new tab, so that nothing typed is lost. */
export function consentSlots(settings: Settings, consentText: FilledConsentText): Record<string, ComponentChildren> {
  const link = (href: string, label: string) => (
    <a href={fromPage(href)} target="_blank" rel="noopener">
      {label}
    </a>
  );
  return { terms: link(settings.terms, consentText.terms), privacy: link(settings.privacy, consentText.privacy) };
}
