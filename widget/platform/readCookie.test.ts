import { afterEach, expect, test, vi } from 'vitest';
import { readCookie } from './readCookie.ts';

afterEach(() => vi.unstubAllGlobals());

test.each<[string, string, string | undefined]>([
  ['the cookie of that name', 'a=1; hello_again=value; b=2', 'value'],
  ['not one whose name ends alike', 'not_hello_again=value', undefined],
  ['not one whose name begins alike', 'hello_again_x=value', undefined],
  ['not one whose value looks like it', 'a=hello_again=value', undefined],
  ['percent-decoded', 'hello_again=a%20b%3D%22c%22', 'a b="c"'],
  ['the first of two of that name', 'hello_again=near; hello_again=far', 'near'],
  ['with what it holds besides ASCII', 'hello_again=%D0%BF•', 'п•'],
  ['with a line break in it', 'hello_again=a\nb', 'a\nb'],
  ['with its equals signs', 'hello_again=a=b==', 'a=b=='],
  ['empty where it is empty', 'hello_again=', ''],
  ['not at all where it cannot be decoded', 'hello_again=%E0%A4%A; b=2', undefined],
  ['none among none', '', undefined],
  ['none among cookies without a name', '=value; value', undefined],
])('reads %s', (_what, cookie, value) => {
  vi.stubGlobal('document', { cookie });
  expect(readCookie('hello_again')).toBe(value);
});

test('a sandboxed frame has no cookie', () => {
  vi.stubGlobal('document', {
    get cookie(): string {
      throw new DOMException('sandboxed', 'SecurityError');
    },
  });
  expect(readCookie('hello_again')).toBeUndefined();
});
