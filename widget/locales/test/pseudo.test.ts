import { expect, test } from 'vitest';
import { en } from '../en/strings.ts';
import { pseudoStrings } from './pseudo.ts';
import { textsOf } from './textsOf.ts';

const pseudo = new Map(textsOf(pseudoStrings(en)));
const texts = textsOf(en).filter(([path]) => path !== 'locale' && path !== 'direction');
const slotsOf = (text: string) => text.match(/\{\w+\}/g) ?? [];
const letters = (text: string) => text.replace(/\{\w+\}/g, '').length;

test.each(texts)('%s is longer, accented and in brackets', (path, text) => {
  const longer = pseudo.get(path) ?? '';
  expect(longer).toMatch(/^⟦.*⟧$/);
  expect(slotsOf(longer)).toEqual(slotsOf(text));
  expect(letters(longer)).toBeGreaterThanOrEqual(Math.floor(letters(text) * 1.4));
  expect(longer).not.toContain(text);
});

test('the pseudo-language keeps the language and direction that browsers need', () => {
  expect([pseudo.get('locale'), pseudo.get('direction')]).toEqual(['en', 'ltr']);
});
