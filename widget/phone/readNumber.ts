import type { PhoneNumber } from 'libphonenumber-js/core/es6';
import { cleanText } from '../core/contact/cleanText.ts';
import type { PhoneResult } from '../core/contact/phone.ts';
import { isClosed } from './closed.ts';
import { lacksArea, meantBy, offeredFor } from './habits.ts';
import { isReservedExample } from './reserved.ts';
import { toAsciiDigits } from './toAsciiDigits.ts';

/** What the phone library knows. */
export interface NumberingPlans {
  /** `country` (ISO 3166 alpha-2) is that of a number in national form. Undefined where the text is no number. */
  numberIn(text: string, country: string | undefined): PhoneNumber | undefined;
  /** Whether nobody can text this number: toll-free, or premium rate. */
  isUntextable(number: PhoneNumber): boolean;
  /** Whether its country has numbers that look like that, of whatever kind. */
  isInPlan(number: PhoneNumber): boolean;
  /** The calling code of a country; digits alone. */
  callingCode(country: string): string | undefined;
  /** The calling code that an E.164 number begins with. */
  codeOf(e164: string): string | undefined;
}

/** Understands a typed number by those plans: `PhoneRules.parse` without `pending`. */
export function readNumber(text: string, country: string | undefined, plans: NumberingPlans): PhoneResult {
  const clean = plainNumber(text);
  if (!/\d/.test(clean)) return clean.trim() ? { kind: 'impossible' } : { kind: 'empty' };
  const asTyped = understood(plans, clean, country);
  if (asTyped?.kind === 'ok') return asTyped;
  const digits = /[+\d][\d\s()/+]*/.exec(clean)?.[0].replace(/[^+\d]/g, '') ?? '';
  const [typedCode, national] = partsOf(digits, country, plans);
  const valid = (e164: string) => understood(plans, e164, undefined, true);
  return (
    // A plus before a trunk or an international prefix: `+07700`, `+8 916`, `+0044`.
    (digits.startsWith('+') && !typedCode
      ? (understood(plans, digits.slice(1), country, true) ?? valid(digits.replace(/^\+0*/, '+')))
      : undefined) ??
    first(typedCode ? meantBy(typedCode, national) : [], valid) ??
    // An international prefix typed out, which is not the country's own.
    (/^00/.test(digits)
      ? (understood(plans, digits.replace('00', '+'), undefined) ?? mended(`+${digits.slice(2)}`, plans))
      : undefined) ??
    // Some autofill drops the plus of an international number.
    (/^[1-9]/.test(digits) ? valid(`+${digits}`) : undefined) ??
    (/^[1-9]/.test(digits) && !asTyped ? mended(`+${digits}`, plans) : undefined) ??
    (typedCode ? incomplete(typedCode, national, plans) : undefined) ??
    asTyped ?? { kind: 'impossible' }
  );
}

/** With blanks for whatever people put between digits, and one plus. */
function plainNumber(text: string): string {
  return (
    toAsciiDigits(cleanText(text))
      // The carrier's two digits, as Brazilian cards and forms leave them open: `(0xx11)`.
      .replace(/^(\(?)\s*0?\s*(?:xx|\*\*)\s*/i, '$10')
      // Long vowels, and the numeral one, that stand for a hyphen.
      .replace(/(\d)[ー\u1173一の](?=\d)/g, '$1 ')
      .replace(/[^\p{L}\p{N}+#;=()/]+/gu, ' ')
      // `++44`, `00+44`, `(+44`, `+44 +44`.
      .replace(/^[\s(]*0*(?:11)?\s*\+[\s+(]*(?:(\d+)\s*\+(?=\1))?/, '+')
  );
}

/** The calling code of a number, and its digits without it: of the country where it has no plus. */
function partsOf(
  digits: string,
  country: string | undefined,
  plans: NumberingPlans,
): readonly [string | undefined, string] {
  if (!digits.startsWith('+')) return [country && plans.callingCode(country), digits];
  const code = plans.codeOf(digits);
  return [code, digits.slice(1 + (code?.length ?? 0))];
}

function mended(e164: string, plans: NumberingPlans): PhoneResult | undefined {
  const [code, national] = partsOf(e164, undefined, plans);
  return code ? first(meantBy(code, national), (text) => understood(plans, text, undefined, true)) : undefined;
}

function first<T, R>(items: readonly T[], read: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = read(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A number that lacks something: what is offered in its place, or what to ask for. */
function incomplete(code: string, national: string, plans: NumberingPlans): PhoneResult | undefined {
  const offered = offeredFor(code, national);
  const found = offered && understood(plans, offered, undefined, true);
  if (found && 'e164' in found) return { kind: 'offer', numbers: [found.e164] };
  return lacksArea(code, national) ? { kind: 'impossible', lacksArea: true } : undefined;
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
  const { countryCallingCode, nationalNumber } = number;
  // An extension cannot be texted; the number before it can. It is left out of E.164.
  const result = number.ext ? ({ e164, hasExtension: true } as const) : { e164 };
  const isReserved = isReservedExample(e164);
  const isValid = isReserved || number.isValid();
  const isRefused =
    plans.isUntextable(number) ||
    (!isReserved && isClosed(countryCallingCode, nationalNumber)) ||
    (!isValid && nationalNumber.startsWith('0') && !plans.isInPlan(number));
  if (isValid && !isRefused) return { kind: 'ok', ...result };
  if (mustBeValid) return undefined;
  return isRefused ? { kind: 'impossible' } : { kind: 'unlikely', ...result };
}
