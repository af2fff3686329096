import { expect, test } from 'vitest';
import { ownTexts } from './ownTexts.ts';

const texts = {
  heading: 'News',
  button: 'Join',
  phone: { heading: 'Texts', body: 'By text.' },
  languages: {
    de: { heading: 'Neues', phone: { button: 'Los' } },
    'pt-BR': { button: 'Quero' },
  },
};

test('texts for all languages are used where a language has none of its own', () => {
  const { languages, ...general } = texts;
  expect(ownTexts(texts, 'fr')).toEqual(general);
  expect(ownTexts({ heading: 'News' }, 'fr')).toEqual({ heading: 'News' });
});

test('texts for the language win, even over texts of one ask for all languages', () => {
  expect(ownTexts(texts, 'de')).toMatchObject({
    heading: 'Neues',
    button: 'Join',
    phone: { body: 'By text.', button: 'Los' },
  });
  expect(ownTexts(texts, 'de').phone).not.toHaveProperty('heading');
});

test.each([
  ['de-AT', 'Neues'],
  ['pt', 'News'],
  ['pt-BR', 'News'],
])('%s finds the texts of its language', (locale, heading) => {
  expect(ownTexts(texts, locale).heading).toBe(heading);
  expect(ownTexts(texts, locale)).not.toHaveProperty('languages');
});

test.each([
  [undefined],
  [null],
  ['News'],
  [{ languages: 'de' }],
  [{ languages: { de: 'Neues' } }],
  [{ languages: { de: null }, phone: 7 }],
  [{ languages: { de: { phone: 'x' } }, phone: null }],
])('%o breaks nothing', (given) => {
  const { heading, phone } = ownTexts(given as never, 'de');
  expect(heading).toBe(undefined);
  expect(phone?.heading).toBe(undefined);
});
