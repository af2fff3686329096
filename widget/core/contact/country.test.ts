import { expect, test } from 'vitest';
import { homeCountry } from './country.ts';

test('the owner’s setting wins over the region and the visitor’s languages', () => {
  expect(homeCountry('FR', 'us', ['en-GB'])).toBe('FR');
});

test.each(['uk', 'UK'])('the owner may write the United Kingdom as %s', (setting) => {
  expect(homeCountry(setting, undefined, [])).toBe('GB');
});

test('the owner may write the country in lower case', () => {
  expect(homeCountry('gb', undefined, [])).toBe('GB');
});

test.each([
  ['us', 'US'],
  ['ca', 'CA'],
  ['uk', 'GB'],
  ['au', 'AU'],
])('the region %s implies %s, whatever the languages', (region, country) => {
  expect(homeCountry(undefined, region, ['de-DE'])).toBe(country);
});

test.each([
  ['the first that names one', ['en', 'fr-CH', 'en-GB'], 'CH'],
  ['one with a script', ['zh-Hant-TW'], 'TW'],
  ['one in small letters', ['en-gb'], 'GB'],
  ['one with a variant', ['ca-ES-valencia'], 'ES'],
  ['no extension taken for one', ['de-u-co-phonebk', 'de-AT-u-nu-latn'], 'AT'],
  ['no text that is no language', ['', '-', 'C', '*'], undefined],
  ['none, for a continent', ['es-419'], undefined],
  ['none, for bare languages', ['en', 'de'], undefined],
  ['none, for no language', [], undefined],
])('without owner and region the languages decide: %s', (_which, languages, country) => {
  expect(homeCountry(undefined, 'eu', languages)).toBe(country);
  expect(homeCountry(undefined, undefined, languages)).toBe(country);
});
