import type { PhoneNumber } from 'libphonenumber-js/core/es6';
import type { PhoneResult } from '../core/contact/phone.ts';
import { isReservedExample } from './reserved.ts';
import { toAsciiDigits } from './toAsciiDigits.ts';

/** What the phone library knows. */
export interface NumberingPlans {
  /** `country` (ISO 3166 alpha-2) is that of a number in national form. Undefined where the text is no number. */
  numberIn(text: string, country: string | undefined): PhoneNumber | undefined;
  /** Whether this number cannot be texted: toll-free, or premium rate. */
  isUntextable(number: PhoneNumber): boolean;
}

/** Understands a typed number by those plans: `PhoneRules.parse` without `pending`. */
export function readNumber(text: string, country: string | undefined, plans: NumberingPlans): PhoneResult {
  const clean = toAsciiDigits(text).replace('＋', '+');
  if (!/\d/.test(clean)) return clean.trim() ? { kind: 'impossible' } : { kind: 'empty' };
  const national = understood(plans, clean, country);
  if (national?.kind === 'ok') return national;
  return (
    // An international prefix typed out, which is not the country's own.
    (/^\s*\(?00/.test(clean) ? understood(plans, clean.replace('00', '+'), undefined) : undefined) ??
    // Some autofill drops the plus of an international number.
    (/^\s*[1-9]/.test(clean) ? understood(plans, `+${clean}`, undefined, true) : undefined) ??
    national ?? { kind: 'impossible' }
  );
}

function understood(
  plans: NumberingPlans,
  text: string,
  country: string | undefined,
  mustBeValid = false,
): PhoneResult | undefined {
  const number = plans.numberIn(text, country);
  if (!number?.isPossible()) return undefined;
  const e164 = number.number;
  // An extension cannot be texted; the number before it can. It is left out of E.164.
  const result = number.ext ? ({ e164, hasExtension: true } as const) : { e164 };
  const isTextable = !plans.isUntextable(number);
  if (isTextable && (number.isValid() || isReservedExample(e164))) return { kind: 'ok', ...result };
  if (mustBeValid) return undefined;
  return isTextable ? { kind: 'unlikely', ...result } : { kind: 'impossible' };
}
