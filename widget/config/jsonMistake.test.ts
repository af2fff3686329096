import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonMistake } from './jsonMistake.ts';

test.each([
  ['{\n  "brand": "Harbor",\n  "storage": "banner",\n}', 'line 4, column 1: a comma too many before }'],
  ['{ "a": [1, 2,] }', 'line 1, column 14: a comma too many before ]'],
  ['{ “a”: 1 }', 'line 1, column 3: a typographic quote (“) instead of a straight one (")'],
  ["{ 'a': 1 }", 'line 1, column 3: a single quote instead of a double one (")'],
  ['{\n  "a": 1\n  "b": 2\n}', 'line 3, column 3: a comma is missing before it, or its closing quote'],
  ['{ "a": 1', 'line 1, column 9: it ends too early'],
  ['{ a: 1 }', 'line 1, column 3: a name or a word without quotes'],
  ['{ "a": yes }', 'line 1, column 8: a name or a word without quotes'],
  ['{ "a": 1, // one\n "b": 2 }', 'line 1, column 11: a comment, which JSON does not have'],
  ['{ &quot;a&quot;: 1 }', 'line 1, column 3: written for HTML (&quot;); a script holds plain quotes'],
  ['{ "a" 1 }', 'line 1, column 7: 1 does not belong here'],
  ['{ "a": 1 } }', 'line 1, column 12: } does not belong here'],
  ['{ "a": "one\ntwo" }', 'line 1, column 8: a comma is missing before it, or its closing quote'],
])('%o is wrong at %s', (text, mistake) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(jsonMistake(text)).toBe(mistake);
});

test('whatever is cut out of JSON, a place within the text is named', () => {
  const broken = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '“', '}', '"'))
    .map(([json, at, put]) => json.slice(0, at % (json.length + 1)) + put + json.slice((at % (json.length + 1)) + 1));
  fc.assert(
    fc.property(broken, (text) => {
      const [, line, column] = /^line (\d+), column (\d+): ./.exec(jsonMistake(text)) ?? [];
      const lines = text.split('\n');
      expect(Number(line)).toBeLessThanOrEqual(lines.length);
      expect(Number(column)).toBeLessThanOrEqual((lines[Number(line) - 1]?.length ?? 0) + 1);
    }),
  );
});

test('what is JSON is read to its end', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(jsonMistake(text)).toContain('it ends too early');
    }),
  );
});
