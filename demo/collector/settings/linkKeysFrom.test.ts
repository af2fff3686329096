import { expect, test } from 'vitest';
import { linkKeysFrom } from './linkKeysFrom.ts';

const a = 'a'.repeat(32);
const b = 'b:b='.repeat(8);
const from = (list?: string, secret?: string) =>
  linkKeysFrom({ HELLO_AGAIN_LINK_KEYS: list, HELLO_AGAIN_LINK_SECRET: secret });

test('there may be no key, one, or a list with the newest first', () => {
  expect(from()).toBeUndefined();
  expect(from('', '')).toBeUndefined();
  expect(from(undefined, a)).toEqual([{ kid: 'demo', secret: a }]);
  expect(from(`2026-11:${a}, 2026-05:${b}`)).toEqual([
    { kid: '2026-11', secret: a },
    { kid: '2026-05', secret: b },
  ]);
});

test('a single secret stays valid beside a list, as its last key', () => {
  expect(from(`2026-11:${b}`, a)).toEqual([
    { kid: '2026-11', secret: b },
    { kid: 'demo', secret: a },
  ]);
});

test.each([
  ['no name', a, undefined, /key 1: it must be written as name:secret/],
  ['an empty place', `new:${a},`, undefined, /key 2/],
  ['a name with other characters', `n w:${a}`, undefined, /key 1/],
  ['a short secret', `new:${a},old:hush-hush`, undefined, /"old" must have 32 bytes/],
  ['a short lone secret', undefined, 'hush-hush', /"demo" must have 32 bytes/],
  ['one name twice', `new:${a},new:${b}`, undefined, /Two link keys have the name "new"/],
  ['the lone one’s name', `demo:${b}`, a, /Two link keys have the name "demo"/],
])('%s is reported in one sentence, without the secret', (_name, list, secret, sentence) => {
  expect(() => from(list, secret)).toThrow(sentence);
  expect(() => from(list, secret)).not.toThrow(/aaaa|b:b|hush/);
});
