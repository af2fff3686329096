import { expect, test } from 'vitest';
import { ConfigError } from './errors.ts';

test('a configuration error can be told from other errors, and has a code', () => {
  const error = new ConfigError('region', 'de', 'us, ca, uk, eu, au');
  expect(error).toBeInstanceOf(Error);
  expect({ ...error, name: error.name }).toEqual({
    name: 'ConfigError',
    option: 'region',
    received: 'de',
    expected: 'us, ca, uk, eu, au',
  });
});

const itself: Record<string, unknown> = {};
itself.itself = itself;

test.each<[string, unknown, string]>([
  ['nothing', undefined, 'missing'],
  ['null', null, 'null'],
  ['a text', 'de', '"de"'],
  ['a number', 7, '7'],
  ['a list', ['a', 1], '["a",1]'],
  ['a function', () => 1, 'a function'],
  ['a symbol', Symbol('s'), 'Symbol(s)'],
  ['an empty text', '', '""'],
  ['a BigInt', 7n, 'a bigint that cannot be shown'],
  ['an object that holds itself', itself, 'a object that cannot be shown'],
])('%s is shown in the message so that the owner can find it', (_what, received, shown) => {
  expect(new ConfigError('brand', received, 'a text').message).toBe(
    `hello-again: option \`brand\` is ${shown}; expected a text`,
  );
});

test('a long value is shortened in the message', () => {
  expect(new ConfigError('brand', 'x'.repeat(9_000), 'a text').message.length).toBeLessThan(200);
});
