import type { ShownConsent } from '../core/contact/consent.ts';
import type { FlowState } from '../core/flow/state.ts';
import type { FilledConsentText } from './consentText.tsx';
import { shownConsent } from './shownConsent.ts';

/** The current values of the fields; undefined for a field that is not shown. */
export interface FormValues {
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly honeypot: string | undefined;
  /** The digits of the number that is said to be texted. */
  readonly understood: string | undefined;
}

/** Reads the fields of a drawn form. */
export function readForm(root: ShadowRoot): FormValues {
  const valueAt = (selector: string) => root.querySelector<HTMLInputElement>(selector)?.value;
  return {
    email: valueAt('[data-ha=email]'),
    phone: valueAt('[data-ha=phone]'),
    honeypot: valueAt('.trap'),
    understood: root.querySelector('[data-ha=understood] bdi')?.textContent?.replace(/\D/g, ''),
  };
}

/** The consents as shown on the screen. `now` counts as given where the button itself gives it. */
export function shownConsents(
  root: ShadowRoot,
  consentText: FilledConsentText,
  state: FlowState,
  now: string,
): ShownConsent[] {
  return (['email', 'sms'] as const).flatMap((channel) => {
    const element = root.querySelector(`[data-ha-words="${channel}"]`);
    if (!element) return [];
    const bySubmit = channel === 'email' && consentText.emailMethod === 'submit';
    const checkedAt = bySubmit ? now : state.entered.ticks[channel];
    return [shownConsent(element, channel, consentText, bySubmit ? 'submit' : 'checkbox', checkedAt)];
  });
}
