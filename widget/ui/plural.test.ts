import { expect, test } from 'vitest';
import { ar } from '../locales/ar/strings.ts';
import { pl } from '../locales/pl/strings.ts';
import { pluralOf } from './plural.ts';

test.each([
  [1, 'Za 1 sekundę'],
  [3, 'Za 3 sekundy'],
  [5, 'Za 5 sekund'],
  [22, 'Za 22 sekundy'],
  [25, 'Za 25 sekund'],
])('%i has its plural form in Polish', (n, said) => {
  expect(pluralOf(pl.codeResendIn, n, 'pl')).toMatch(new RegExp(`^${said} `));
});

test('a number with a plural form of its own can be written as a word', () => {
  expect(pluralOf(ar.codeResendIn, 2, 'ar')).toBe(ar.codeResendIn.two);
});

test('the common form replaces a missing one, and numbers have the language’s digits', () => {
  expect(pluralOf({ other: '{n} Tage' }, 1, 'de')).toBe('1 Tage');
  expect(pluralOf({ other: '{n} Tage' }, 1234.5, 'de')).toBe('1.234,5 Tage');
});
