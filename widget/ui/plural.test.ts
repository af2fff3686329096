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
])('%i in Polish', (n, said) => {
  expect(pluralOf(pl.codeResendIn, n, 'pl')).toMatch(new RegExp(`^${said} `));
});

test('a number that the language has a form of its own for may be said in a word', () => {
  expect(pluralOf(ar.codeResendIn, 2, 'ar')).toBe(ar.codeResendIn.two);
});

test('a form that is missing is the common one, and numbers are written as the language writes them', () => {
  expect(pluralOf({ other: '{n} Tage' }, 1, 'de')).toBe('1 Tage');
  expect(pluralOf({ other: '{n} Tage' }, 1234.5, 'de')).toBe('1.234,5 Tage');
});
