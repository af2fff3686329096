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

test('words for all languages stand where a language has none of its own', () => {
  const { languages, ...general } = texts;
  expect(ownTexts(texts, 'fr')).toEqual(general);
  expect(ownTexts({ heading: 'News' }, 'fr')).toEqual({ heading: 'News' });
});

test('those for the language win, even over what is said of one ask in none', () => {
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
])('%s finds its language', (locale, heading) => {
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
