import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from './canonicalJson.ts';

it('the hashed form of a text is not that of JSON.stringify, so hashes made before would no longer fit', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(canonicalJson(text)).toBe(JSON.stringify(text));
    }),
  );
  for (const text of ['’', '"', '\\', '\u0000', '\u001f', ' !#[]', '\u2028', '\ud83d\ude00', '\ud83d', '\ude00'])
    expect(canonicalJson(text)).toBe(JSON.stringify(text));
});

it('the order of names changes the hashed form, or a name is lost', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined, 10: true, 9: false, 'a"': 0 })).toBe(
    '{"10":true,"9":false,"a\\"":0,"b":[1,{"c":"x","d":null}]}',
  );
});
