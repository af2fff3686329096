import { afterEach, expect, test } from 'vitest';
import { toJson } from './toJson.ts';

type Encoding = { toJSON?: () => unknown };
const built = [Array.prototype, String.prototype, Number.prototype] as Encoding[];

afterEach(() => {
  for (const prototype of built) delete prototype.toJSON;
});

const value = { text: 'a "b"', list: [1, ['c', null], {}], none: undefined, is: true, at: new Date(0) };

test('it gives the same as JSON.stringify for plain data', () => {
  expect(toJson(value)).toBe(JSON.stringify(value));
  expect(toJson([])).toBe('[]');
});

test('it ignores a toJSON that the page gave to texts, numbers and lists', () => {
  const expected = toJson(value);
  for (const prototype of built) {
    prototype.toJSON = function () {
      return `"${String(this)}"`;
    };
  }
  expect(JSON.stringify(value)).not.toBe(expected);
  expect(toJson(value)).toBe(expected);
});
