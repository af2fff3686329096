import { cleanText } from '../core/contact/cleanText.ts';
import type { PhoneResult } from '../core/contact/phone.ts';
import { isClosed } from './closed.ts';
import type { NumberingPlans, RepairNumber, Understand } from './numberingPlans.ts';
import { isReservedExample } from './reserved.ts';
import { toAsciiDigits } from './toAsciiDigits.ts';

/**
 * Understands a typed number by those plans: `PhoneRules.parse` before it knows what is missing.
 *
 * @param repair mends what is not valid as it was typed; `undefined` until it has been fetched
 */
export function readNumber(
  text: string,
  country: string | undefined,
  plans: NumberingPlans,
  repair: RepairNumber | undefined,
): PhoneResult {
  const clean = plainNumber(text);
  if (!/\d/.test(clean)) return clean.trim() ? { kind: 'impossible' } : { kind: 'empty' };
  const understand: Understand = (text, country, mustBeValid) => understood(plans, text, country, mustBeValid);
  const asTyped = understand(clean, country, false);
  if (asTyped?.kind === 'ok') return asTyped;
  if (plans.isLacking()) return { kind: 'pending' };
  if (!repair) return { kind: 'pending', isOdd: true };
  return repair(clean, country, plans, understand) ?? asTyped ?? { kind: 'impossible' };
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

function understood(
  plans: NumberingPlans,
  text: string,
  country: string | undefined,
  mustBeValid: boolean,
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
