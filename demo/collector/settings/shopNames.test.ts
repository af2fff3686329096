import { expect, test } from 'vitest';
import { shopNamesFrom } from './shopNames.ts';

test('a shop that nobody named was not called by its store’s name', () => {
  expect(shopNamesFrom(undefined, ['harbor-coffee'])('harbor-coffee')).toBe('Harbor Coffee');
  const shopOf = shopNamesFrom('a:Café & Söhne, b: Tea 7 ', ['a', 'b', 'c']);
  expect(['a', 'b', 'c'].map(shopOf)).toEqual(['Café & Söhne', 'Tea 7', 'C']);
});

test.each(['harbor', 'other:Name', 'a:', `a:${'x'.repeat(41)}`, 'a:line\nbreak'])('the names %j were taken', (text) => {
  expect(() => shopNamesFrom(text, ['a'])).toThrow(/^HELLO_AGAIN_STORE_NAMES must be/);
});
