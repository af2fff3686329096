import type { Channel } from '../core/ask/reasons.ts';
import type { ShownConsent } from '../core/contact/consent.ts';
import { foldText } from '../core/contact/foldText.ts';
import type { FilledConsentText } from './consentText.tsx';

/** Reads a consent off the screen: the text as shown, not as a template had it. */
export function shownConsent(
  element: Element,
  channel: Channel,
  consentText: FilledConsentText,
  method: 'checkbox' | 'submit',
  checkedAt: string | undefined,
): ShownConsent {
  return {
    channel,
    text: foldText(element.textContent ?? ''),
    textVersion: consentText.version,
    links: [...element.querySelectorAll('a')].map((a) => a.href),
    locale: consentText.locale,
    region: consentText.region,
    method,
    checkedAt: checkedAt || undefined,
  };
}
