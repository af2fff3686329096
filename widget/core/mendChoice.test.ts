import { expect, test } from 'vitest';
import { choiceOf, unquoted } from './mendChoice.ts';

test.each([
  ['uk', 'uk'],
  ['UK ', 'uk'],
  ['“uk”', 'uk'],
  ['„UK“', 'uk'],
  [' ‘Uk’\u00a0', 'uk'],
  ['«uk»', 'uk'],
  ['u k', undefined],
  ['', undefined],
  [7, undefined],
])('%o is read as the choice %o', (given, choice) => {
  expect(choiceOf(given, ['us', 'uk'])).toBe(choice);
});

test('the choice has its own capitals', () => {
  expect(choiceOf('DATALAYER', ['dataLayer'])).toBe('dataLayer');
});

test.each([
  ['“https://a.example/b”', 'https://a.example/b'],
  [' /v1 ', '/v1'],
  ["'https://a.example'", 'https://a.example'],
])('the address %o is read without what is around it', (given, address) => {
  expect(unquoted(given)).toBe(address);
});
