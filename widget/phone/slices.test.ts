import type { PhoneNumber } from 'libphonenumber-js/core/es6';
import parseByMax from 'libphonenumber-js/max';
import max from 'libphonenumber-js/max/metadata';
import parseByMobile, { getCountries } from 'libphonenumber-js/mobile';
import examplesOfLibrary from 'libphonenumber-js/mobile/examples';
import { describe, expect, test } from 'vitest';
import { homes, slicesOf } from '../../scripts/phone/files.ts';
import { callingCodes } from '../../scripts/phone/slices.ts';
import { everyNth, isWhole } from '../../scripts/sample.ts';
import { homeFile } from '../core/contact/homeFile.ts';
import type { PhoneResult } from '../core/contact/phone.ts';
import { createPhoneRules } from './createPhoneRules.ts';
import type { NumberingPlans } from './numberingPlans.ts';
import { readNumber } from './readNumber.ts';
import { repairNumber } from './repairNumber.ts';
import { wholeRules } from './test/wholeRules.ts';

const metadata = max as unknown as {
  readonly country_calling_codes: Readonly<Record<string, readonly string[]>>;
  readonly countries: Readonly<Record<string, readonly unknown[]>>;
};
type Country = ReturnType<typeof getCountries>[number];

/** The library's own sets, uncut: what the slices have to equal. */
const uncut: NumberingPlans = {
  numberIn: (text, country) => parseByMobile(text, country as Country | undefined),
  isUntextable: ({ number }: PhoneNumber) => /TOLL_FREE|PREMIUM_RATE/.test(parseByMax(number)?.getType() ?? ''),
  isInPlan: ({ countryCallingCode, nationalNumber }: PhoneNumber) =>
    (metadata.country_calling_codes[countryCallingCode] ?? []).some((country) =>
      new RegExp(`^(?:${metadata.countries[country]?.[2]})$`).test(nationalNumber),
    ),
  callingCode: (country) => wholeRules.callingCode(country),
  isLacking: () => false,
  codeOf: (e164) => [2, 3, 4].map((end) => e164.slice(1, end)).find((code) => callingCodes.includes(code)),
};

const slices = new Map(Object.entries(homes).map(([home, codes]) => [home, slicesOf(codes)]));
const rulesOf = (home: string) => createPhoneRules(slices.get(home) ?? {});

/** However the example number of every country may be written, and with a digit too few or too many. */
const samples = getCountries().map((country) => {
  const number = parseByMobile(examplesOfLibrary[country] ?? '', country);
  if (!number) throw new Error(`no example of ${country}`);
  const digits = number.number.slice(1);
  const forms = [number.formatNational(), number.formatInternational(), `00${digits}`, `011 ${digits}`, digits];
  return { country, texts: forms.flatMap((text) => [text, text.slice(0, -1), `${text}5`]) };
});

test('there is an example number of every country', () => {
  expect(samples.length).toBeGreaterThanOrEqual(245);
});

describe('a number of every country is read as with the complete metadata, and as nothing else before its rules have loaded', () => {
  test.each<[string, (country: string) => string | undefined]>([
    ['at home', (country) => country],
    ['in the United States', () => 'US'],
    ['in the United Kingdom', () => 'GB'],
    ['in Germany', () => 'DE'],
    ['in France', () => 'FR'],
    ['where no country is known', () => undefined],
  ])('%s', async (_where, homeOf) => {
    const wrong: [country: string, text: string, result: PhoneResult, expected: PhoneResult][] = [];
    let pending = 0;
    for (const { country, texts } of everyNth(5, samples)) {
      const home = homeOf(country);
      const untouched = rulesOf(homeFile(home));
      for (const text of texts) {
        const expected = readNumber(text, home, uncut, repairNumber);
        let result = untouched.parse(text, home);
        if (result.kind === 'pending') {
          pending += 1;
          // Fresh ones for every text, or the packs of the one before would answer for it.
          const rules = rulesOf(homeFile(home));
          await rules.settle(text, home);
          result = rules.parse(text, home);
        }
        if (JSON.stringify(result) !== JSON.stringify(expected)) wrong.push([country, text, result, expected]);
      }
    }
    expect(wrong).toEqual([]);
    expect(pending).toBeGreaterThan(isWhole ? 100 : 20);
  });
});

test('a chosen country whose slice is not in the home file is waited for', async () => {
  const rules = rulesOf('44');
  expect(rules.parse('0151 23456789', 'DE')).toEqual({ kind: 'pending' });
  await rules.settle('0151 23456789', 'DE');
  expect(rules.parse('0151 23456789', 'DE')).toEqual({ kind: 'ok', e164: '+4915123456789' });
});

describe('numbers of North America need only their home file', () => {
  const rules = rulesOf('1');
  test.each([
    ['US', '(201) 555-0123'],
    ['CA', '506 234 5678'],
    ['US', '+1 876 210 1234'],
    ['US', '1 242 359 1234'],
  ])('in %s: %s', (country, text) => {
    expect(rules.parse(text, country)).toEqual(readNumber(text, country, uncut, repairNumber));
    expect(rules.parse(text, country).kind).toBe('ok');
  });
});

describe('a number that costs its caller or cannot be texted is refused', () => {
  test.each([
    ['US', '800 555 0199'],
    ['US', '(900) 234-5678'],
    ['JM', '+1 888 234 5678'],
    ['GB', '0800 123 4567'],
    ['GB', '0909 879 0123'],
    ['FR', '0 805 12 34 56'],
    ['FR', '0899 12 34 56'],
    ['DE', '0800 1234567'],
    ['DE', '0900 1 234567'],
    [undefined, '+800 1234 5678'],
    [undefined, '+979 123 456 789'],
  ])('in %s: %s', (country, text) => {
    expect(wholeRules.parse(text, country)).toEqual({ kind: 'impossible' });
    expect(readNumber(text, country, uncut, repairNumber)).toEqual({ kind: 'impossible' });
  });
});

describe('the reduced metadata', () => {
  test('formats every example number like the complete metadata', () => {
    const wrong = getCountries().filter((country) => {
      const number = parseByMobile(examplesOfLibrary[country] ?? '', country);
      return number?.formatInternational() !== wholeRules.format(number?.number ?? '');
    });
    expect(wrong).toEqual([]);
  });

  test('knows the calling code of every country, and every country of a calling code', () => {
    const codes = getCountries().map((country) => [country, wholeRules.callingCode(country)]);
    const expected = getCountries().map((country) => [
      country,
      parseByMobile(examplesOfLibrary[country] ?? '', country)?.countryCallingCode,
    ]);
    expect(codes).toEqual(expected);
    expect(wholeRules.callingCode('XX')).toBeUndefined();
  });
});
