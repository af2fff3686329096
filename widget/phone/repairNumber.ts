import type { PhoneResult } from '../core/contact/phone.ts';
import { lacksArea, meantBy, offeredFor } from './habits.ts';
import type { NumberingPlans, RepairNumber } from './numberingPlans.ts';

/**
 * Mends what is written wrongly only to a number that is valid. In a file of its own: most numbers are valid as they are typed.
 *
 * @param clean digits, a plus, blanks
 */
export const repairNumber: RepairNumber = (clean, country, plans, understand) => {
  const digits = /[+\d][\d\s()/+]*/.exec(clean)?.[0].replace(/[^+\d]/g, '') ?? '';
  const [code, national] = partsOf(digits, country, plans);
  const valid = (e164: string) => understand(e164, undefined, true);
  const mended = (code: string | undefined, national: string) => first(code ? meantBy(code, national) : [], valid);
  const international = (e164: string) => mended(...partsOf(e164, undefined, plans));
  // A plus before a trunk or an international prefix: `+07700`, `+8 916`, `+0044`.
  if (digits.startsWith('+') && !code) {
    return understand(digits.slice(1), country, true) ?? valid(digits.replace(/^\+0*/, '+'));
  }
  const found = mended(code, national);
  if (found) return found;
  if (digits.startsWith('00')) {
    // An international prefix typed out, which is not the country's own.
    const written = `+${digits.slice(2)}`;
    const number = valid(written) ?? international(written) ?? understand(written, undefined, false);
    if (number) return number;
  }
  if (/^[1-9]/.test(digits)) {
    // Some autofill drops the plus of an international number.
    const number =
      valid(`+${digits}`) ?? (understand(digits, country, false) ? undefined : international(`+${digits}`));
    if (number) return number;
  }
  return code ? incomplete(code, national, valid) : undefined;
};

/** The calling code of a number, and its digits without it: of the country where it has no plus. */
function partsOf(
  digits: string,
  country: string | undefined,
  plans: NumberingPlans,
): readonly [code: string | undefined, national: string] {
  if (!digits.startsWith('+')) return [country && plans.callingCode(country), digits];
  const code = plans.codeOf(digits);
  // `+44 (0)(0)`: an international prefix is nowhere but in front.
  return [code, digits.slice(1 + (code?.length ?? 0)).replace(/^00+/, '0')];
}

function first<T, R>(items: readonly T[], read: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = read(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A number that lacks something: what is offered in its place, or what to ask for. */
function incomplete(
  code: string,
  national: string,
  valid: (e164: string) => PhoneResult | undefined,
): PhoneResult | undefined {
  const offered = offeredFor(code, national);
  const found = offered && valid(offered);
  if (found && 'e164' in found) return { kind: 'offer', numbers: [found.e164] };
  return lacksArea(code, national) ? { kind: 'impossible', lacksArea: true } : undefined;
}
