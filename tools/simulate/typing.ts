import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { slicesOf } from '../../scripts/phone/files.ts';
import { callingCodes } from '../../scripts/phone/slices.ts';
import { createPhoneRules } from '../../widget/phone/createPhoneRules.ts';
import type { Rates } from './assumptions.ts';
import { numberAt, type Person } from './population.ts';
import { draw } from './random.ts';

/** The address as a person types it, who may take another one or slip. */
export function typesEmail(person: Person, seed: number, rates: Rates): string {
  const meant = draw(seed, 'other email') < rates.otherEmail ? person.otherEmail : person.email;
  if (draw(seed, 'mistypes email') >= rates.mistypesEmail) return meant;
  const slip = String.fromCharCode(97 + Math.floor(draw(seed, 'which letter') * 26));
  return meant.replace('@', `${slip}@`);
}

/** The number as a person types it: of a form that people use, and now and then with one digit wrong. */
export function typesNumber(
  person: Person,
  at: number,
  seed: number,
  rates: Rates,
  e164 = numberAt(person, at),
): string {
  return written(mistyped(e164, seed, rates), seed, rates);
}

/** In national form, as a till or a spreadsheet keeps it. */
export function asImported(e164: string): string {
  return `(0${e164.slice(3, 7)}) ${e164.slice(7)}`;
}

function mistyped(e164: string, seed: number, rates: Rates): string {
  if (draw(seed, 'mistypes number') >= rates.mistypesNumber) return e164;
  const place = 5 + Math.floor(draw(seed, 'which digit') * (e164.length - 5));
  const wrong = (Number(e164[place]) + 1 + Math.floor(draw(seed, 'wrong by') * 9)) % 10;
  return e164.slice(0, place) + wrong + e164.slice(place + 1);
}

function written(e164: string, seed: number, rates: Rates): string {
  const national = `0${e164.slice(3, 7)} ${e164.slice(7)}`;
  if (draw(seed, 'odd form') >= rates.oddForms) return national;
  const rest = e164.slice(3);
  const forms = [
    `+44 ${rest}`,
    `0044${rest}`,
    `44${rest}`,
    `+44 (0)${rest}`,
    `0${rest.slice(0, 4)}-${rest.slice(4)}`,
    national.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  ];
  return forms[Math.floor(draw(seed, 'which form') * forms.length)] ?? national;
}

/** Reading a number is the slowest step, and every strategy meets the same texts. */
const cached = (read: (text: string) => string | undefined) => {
  const known = new Map<string, string | undefined>();
  return (text: string): string | undefined => {
    if (!known.has(text)) known.set(text, read(text));
    return known.get(text);
  };
};

/** Everything at once: the simulation fetches no files. */
const phoneRules = createPhoneRules(slicesOf(callingCodes));

/** How the widget reads a typed number; what it cannot read it refuses in the form. */
export const readByWidget = cached((text) => {
  const result = phoneRules.parse(text, 'GB');
  return result.kind === 'ok' || result.kind === 'unlikely' ? result.e164 : undefined;
});

/** How the platform reads what an order or a plain popup passes on, as `demo/collector/orders/placeOrder.ts` does. */
export const readByPlatform = cached((text) => {
  const parsed = parsePhoneNumberFromString(text.trim(), 'GB');
  return parsed?.isPossible() ? parsed.number : undefined;
});
