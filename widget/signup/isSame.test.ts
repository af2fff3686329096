import { expect, test } from 'vitest';
import { isSame } from './isSame.ts';

const provider = { issuer: 'own', decode: () => [] };
const element = new (class Element {})();

test.each<[string, unknown, unknown, boolean]>([
  ['equal data', { a: [1, { b: 'x' }] }, { a: [1, { b: 'x' }] }, true],
  ['other data', { a: [1, { b: 'x' }] }, { a: [1, { b: 'y' }] }, false],
  ['a longer list', [1], [1, 2], false],
  ['a list and an object', [], {}, false],
  ['what is undefined', { a: 1, b: undefined }, { a: 1 }, true],
  ['null', { a: null }, { a: undefined }, false],
  ['one function', { identify: [provider] }, { identify: [{ ...provider }] }, true],
  ['two functions', { beforeSubmit: () => false }, { beforeSubmit: () => false }, false],
  ['one element', { into: element }, { into: element }, true],
  ['two elements', { into: element }, { into: new (class Element {})() }, false],
])('options with %s are told apart as they should be', (_what, a, b, isEqual) => {
  expect(isSame(a, b)).toBe(isEqual);
});

test('whoever makes functions anew with every render can leave them out', () => {
  const isFunction = (value: unknown) => typeof value === 'function';
  const ignoringFunctions = (a: unknown, b: unknown) => Object.is(a, b) || (isFunction(a) && isFunction(b));
  expect(isSame({ f: () => 1 }, { f: () => 2 }, ignoringFunctions)).toBe(true);
  expect(isSame({ f: () => 1 }, {}, ignoringFunctions)).toBe(false);
});
