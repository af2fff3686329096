import { expect, test } from 'vitest';
import { homeCountry } from './country.ts';

test('the owner’s setting wins over the region and the visitor’s languages', () => {
  expect(homeCountry('FR', 'us', ['en-GB'])).toBe('FR');
});

test('the owner may write it in small letters', () => {
  expect(homeCountry('gb', undefined, [])).toBe('GB');
});

test.each([
  ['us', 'US'],
  ['ca', 'CA'],
  ['uk', 'GB'],
  ['au', 'AU'],
])('the region %s stands for %s, whatever the languages', (region, country) => {
  expect(homeCountry(undefined, region, ['de-DE'])).toBe(country);
});

test.each([
  ['the first that names one', ['en', 'fr-CH', 'en-GB'], 'CH'],
  ['one with a script', ['zh-Hant-TW'], 'TW'],
  ['none, for a continent', ['es-419'], undefined],
  ['none, for bare languages', ['en', 'de'], undefined],
  ['none, for no language', [], undefined],
])('without either the languages tell: %s', (_which, languages, country) => {
  expect(homeCountry(undefined, 'eu', languages)).toBe(country);
  expect(homeCountry(undefined, undefined, languages)).toBe(country);
});
