import { expect, test } from 'vitest';
import { pickLocale } from './pickLocale.ts';

const shipped = ['en', 'de', 'pt-BR', 'de-AT'];

test.each([
  ['en', 'en'],
  ['en-AU', 'en'],
  ['EN-us', 'en'],
  ['de-AT', 'de-AT'],
  ['de_at', 'de-AT'],
  ['de-CH', 'de'],
  ['pt', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  [' de ', 'de'],
  ['zh-Hant-TW', undefined],
  ['english', undefined],
  ['', undefined],
  ['-', undefined],
  ['toString', undefined],
  [undefined, undefined],
  [7, undefined],
  [['en'], undefined],
])('%o gets the locale %o', (wanted, tag) => {
  expect(pickLocale(shipped, wanted)).toBe(tag);
});

test('the exact locale wins wherever it stands in the list', () => {
  expect(pickLocale(['fr-CA', 'fr'], 'fr')).toBe('fr');
  expect(pickLocale(['fr', 'fr-CA'], 'fr-CA')).toBe('fr-CA');
});
