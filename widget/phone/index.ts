import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import type { PhoneResult, PhoneRules } from '../core/contact/phone.ts';
import { isReservedExample } from './reserved.ts';

type Country = Parameters<typeof parsePhoneNumberFromString>[1];

/** The phone library behind the core's `PhoneRules`. A chunk of its own: loaded when a phone field is shown. */
export const phoneRules: PhoneRules = {
  parse(text, country) {
    const clean = toAsciiDigits(text).replace('＋', '+');
    if (!/\d/.test(clean)) return clean.trim() ? { kind: 'impossible' } : { kind: 'empty' };
    const national = understood(clean, country);
    if (national?.kind === 'ok') return national;
    return (
      // An international prefix typed out, which is not the country's own.
      (/^\s*\(?00/.test(clean) ? understood(clean.replace('00', '+'), undefined) : undefined) ??
      // Some autofill drops the plus of an international number.
      (/^\s*[1-9]/.test(clean) ? understood(`+${clean}`, undefined, true) : undefined) ??
      national ?? { kind: 'impossible' }
    );
  },
  countryOf: (e164) => parsePhoneNumberFromString(e164)?.country,
  example: (country) => examples[country],
  format: (e164) => parsePhoneNumberFromString(e164)?.formatInternational() ?? e164,
};

/** Example numbers in national form, from the ranges that are reserved for such use. */
const examples: Readonly<Record<string, string>> = {
  GB: '07700 900982',
  US: '(201) 555-0123',
  CA: '(506) 555-0123',
  AU: '0491 570 006',
};

function understood(text: string, country: string | undefined, mustBeValid = false): PhoneResult | undefined {
  const number = parsePhoneNumberFromString(text, country as Country);
  if (!number?.isPossible()) return undefined;
  // An extension cannot be texted; the number before it can. It is left out of E.164.
  const e164 = number.number;
  if (number.isValid() || isReservedExample(e164)) return { kind: 'ok', e164 };
  return mustBeValid ? undefined : { kind: 'unlikely', e164 };
}

/** The library reads Arabic-Indic, Persian and full-width digits; this maps every other script's as well. */
function toAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0;
    // Decimal digits stand in runs of ten, zero first (Unicode, section 4.6); some runs follow each other at once.
    let zero = point;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((point - zero) % 10);
  });
}
