import {
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/mobile';
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
  settle: () => Promise.resolve(),
  callingCode: (country) => (isSupportedCountry(country) ? getCountryCallingCode(country) : undefined),
  countryOf: (e164) => numberIn(e164)?.country,
  example(country, onKnown) {
    if (!examples && onKnown) {
      void import('./examples.ts').then(
        (found) => {
          examples = found.examples;
          onKnown();
        },
        () => {},
      );
    }
    const digits = examples?.[country];
    return digits && numberIn(digits, country as Country)?.formatNational();
  },
  countries(locale) {
    const names = new Intl.DisplayNames([locale], { type: 'region' });
    const { compare } = new Intl.Collator(locale);
    return getCountries()
      .map((code) => ({ code, name: names.of(code) ?? code, callingCode: getCountryCallingCode(code) }))
      .sort((a, b) => compare(a.name, b.name));
  },
  format: (e164) => numberIn(e164)?.formatInternational() ?? e164,
};

/** By country; there once an error has needed one. */
let examples: Readonly<Record<string, string>> | undefined;

/** Where a page has frozen `Error.prototype`, the library cannot name its own errors, and does not know them again. */
function numberIn(text: string, country?: Country): ReturnType<typeof parsePhoneNumberFromString> {
  try {
    return parsePhoneNumberFromString(text, country);
  } catch {
    return undefined;
  }
}

function understood(text: string, country: string | undefined, mustBeValid = false): PhoneResult | undefined {
  const number = numberIn(text, country as Country);
  if (!number?.isPossible()) return undefined;
  const e164 = number.number;
  // An extension cannot be texted; the number before it can. It is left out of E.164.
  const result = number.ext ? ({ e164, hasExtension: true } as const) : { e164 };
  if (number.isValid() || isReservedExample(e164)) return { kind: 'ok', ...result };
  return mustBeValid ? undefined : { kind: 'unlikely', ...result };
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
