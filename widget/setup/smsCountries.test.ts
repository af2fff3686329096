import { describe, expect, test } from 'vitest';
import { wholeRules } from '../phone/test/wholeRules.ts';
import { settingsOf } from '../test/fixtures.ts';
import { smsCountries } from './smsCountries.ts';

function read(listed: readonly string[], text: string, country: string): unknown {
  const rules = smsCountries(settingsOf(), listed, undefined).limitPhone?.(wholeRules);
  const result = rules?.parse(text, country);
  return result && 'e164' in result ? result.e164 : result?.kind;
}

describe('a sender reaches', () => {
  test.each([
    // A number that the library takes for one of Guernsey: the ranges are shared.
    ['GB', '07911 123456', 'GB', '+447911123456'],
    ['GB', '07797 712345', 'GB', '+447797712345'],
    ['GB', '07839 123456', 'GB', '+447839123456'],
    ['GB', '07624 123456', 'IM', '+447624123456'],
    ['UK', '07911 123456', 'GB', '+447911123456'],
    ['US', '787-234-5678', 'US', '+17872345678'],
    ['US', '(340) 234-5678', 'US', '+13402345678'],
    ['US', '+1 671 234 5678', 'US', '+16712345678'],
    ['US', '(202) 555-0143', 'US', '+12025550143'],
    ['CA', '(416) 234-5678', 'CA', '+14162345678'],
    ['NO', '+47 79 12 34 56', 'SJ', '+4779123456'],
    ['NO', '412 34 567', 'NO', '+4741234567'],
    ['FI', '+358 41 2345678', 'AX', '+358412345678'],
  ])('with a number of %s, %s', (listed, text, country, e164) => {
    expect(read([listed], text, country)).toBe(e164);
  });
});

describe('a sender does not reach', () => {
  test.each([
    ['US', '+44 7700 900982', 'US'],
    ['US', '(416) 234-5678', 'US'],
    ['US', '(416) 555-0143', 'US'],
    ['US', '+1 876 234 5678', 'US'],
    ['CA', '(202) 555-0143', 'CA'],
    ['GB', '+33 6 12 34 56 78', 'GB'],
    ['GB', '+353 87 123 4567', 'GB'],
    ['NO', '+46 70 174 06 12', 'NO'],
    // Told by the calling code alone: no country's plan has it.
    ['GB', '+33 1 00 00 00 00', 'GB'],
    ['US', '+55 51 9188 6910', 'US'],
  ])('with a number of %s, %s', (listed, text, country) => {
    expect(read([listed], text, country)).toBe('uncovered');
  });
});

test('what is no number at all is said to be none, whoever sends', () => {
  expect(read(['US'], '12', 'US')).toBe('impossible');
});
