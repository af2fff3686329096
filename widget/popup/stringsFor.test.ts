import { afterEach, describe, expect, test, vi } from 'vitest';
import { settingsOf } from '../test/fixtures.ts';
import { consentTextFor } from '../ui/consentText.tsx';
import { stringsFor } from './stringsFor.ts';

const sender = { name: 'Harbor Coffee Ltd', address: '1 Quay, Halifax', contact: 'hello@example.com' };

const ownPolish = {
  version: 'harbor-pl-3',
  sms: 'Chcę dostawać SMS-y od {brand}.',
  smsNamed: 'Chcę dostawać SMS-y od {brand} na numer {number}.',
  smsPrint: '{frequency}. {sender} Zgodę można wycofać w każdej chwili: STOP. {terms} · {privacy}',
  email: 'Chcę dostawać e-maile od {brand}.',
  emailPrint: '{sender} Zgodę można wycofać w każdej chwili. {privacy}',
  terms: 'Regulamin',
  privacy: 'Prywatność',
};

/** What a visitor sees, and what is recorded of it. */
async function seen(options: object, page: string, visitor: readonly string[] = []) {
  const settings = settingsOf(options);
  const words = await stringsFor(settings, page, visitor);
  const { locale, version, emailMethod, smsPrint, terms } = consentTextFor(settings, words.consentTexts);
  return { form: words.strings.locale, locale, version, emailMethod, smsPrint, terms };
}

afterEach(() => vi.restoreAllMocks());

describe('the language', () => {
  test.each([
    ['the owner’s choice', { region: 'eu', locale: 'de' }, 'fr', ['nl'], 'de'],
    ['the page’s', { region: 'eu' }, 'fr', ['nl'], 'fr'],
    ['the page’s, with a region', { region: 'eu' }, 'de-AT', [], 'de'],
    ['the visitor’s, where the page says nothing', { region: 'eu' }, '', ['nl-BE', 'fr'], 'nl'],
    ['the visitor’s next, where we do not speak the first', { region: 'eu' }, '', ['zh-CN', 'it'], 'it'],
    ['the visitor’s, where we do not speak the page’s', { region: 'eu' }, 'zh', ['es-MX'], 'es'],
    ['the page’s, where we do not speak the owner’s choice', { region: 'eu', locale: 'tlh' }, 'es', [], 'es'],
    ['English of any kind', { region: 'eu' }, 'en-AU', ['fr'], 'en'],
    ['English, where nothing else is left', { region: 'eu' }, 'zh', ['xx', ''], 'en'],
  ])('is %s', async (_why, options, page, visitor, form) => {
    expect(await seen(options, page, visitor)).toMatchObject({ form, version: `eu-${form}-${form === 'en' ? 2 : 1}` });
  });

  test.each([[7], [{}], [['de']], ['']])('is not broken by a choice of %o', async (locale) => {
    expect((await seen({ region: 'eu', locale }, 'fr')).form).toBe('fr');
  });
});

describe('form and consent have one language', () => {
  test.each([
    ['unset: the strictest', {}, 'de', [], 'de', 'strict-de-1', 'de'],
    ['us has German of none: English', { region: 'us' }, 'de', [], 'en', 'us-en-1', 'en-US'],
    [
      'us has German of none: not the visitor’s French either',
      { region: 'us' },
      'de',
      ['fr'],
      'en',
      'us-en-1',
      'en-US',
    ],
    ['eu has Polish of none: the visitor’s German', { region: 'eu' }, 'pl', ['ja', 'de'], 'de', 'eu-de-1', 'de'],
    ['eu has Polish of none: English', { region: 'eu' }, 'pl', ['ja'], 'en', 'eu-en-2', 'en'],
    ['ca has French', { region: 'ca', sender }, 'fr', [], 'fr', 'ca-fr-2', 'fr-CA'],
    ['ca has German of none: French', { region: 'ca', sender }, 'de', ['fr'], 'fr', 'ca-fr-2', 'fr-CA'],
    ['uk speaks English', { region: 'uk' }, 'fr', [], 'en', 'uk-en-2', 'en-GB'],
    ['au speaks English', { region: 'au' }, 'ar', [], 'en', 'au-en-1', 'en-AU'],
    ['a region that nobody knows is the strictest', { region: 'mars' }, 'it', [], 'it', 'strict-it-1', 'it'],
  ])('for %s', async (_why, options, page, visitor, form, version, locale) => {
    expect(await seen(options, page, visitor)).toMatchObject({ form, version, locale });
  });
});

describe('an owner’s consent text', () => {
  test('makes a language usable that has none of ours, with the frequency in it', async () => {
    const options = { region: 'eu', wording: { pl: ownPolish }, textsPerMonth: 4 };
    expect(await seen(options, 'pl-PL')).toEqual({
      form: 'pl',
      locale: 'pl',
      version: 'harbor-pl-3',
      emailMethod: 'checkbox',
      smsPrint: expect.stringContaining('Około 4 SMS-ów miesięcznie.'),
      terms: 'Regulamin',
    });
  });

  test('replaces ours, and is recorded under the locale it was given for', async () => {
    const wording = { 'de-AT': { ...ownPolish, version: 'at-1' } };
    expect(await seen({ region: 'eu', wording }, 'de')).toMatchObject({ form: 'de', version: 'at-1', locale: 'de-AT' });
    expect(await seen({ region: 'eu', wording }, 'fr')).toMatchObject({ form: 'fr', version: 'eu-fr-1' });
  });

  test('has no box for email only where the region’s has none', async () => {
    const wording = { es: ownPolish };
    expect(await seen({ region: 'us', wording }, 'es')).toMatchObject({ form: 'es', emailMethod: 'submit' });
    expect(await seen({ wording }, 'es')).toMatchObject({ form: 'es', emailMethod: 'checkbox' });
  });

  test('in a language without interface strings is not used', async () => {
    expect((await seen({ region: 'eu', wording: { da: ownPolish } }, 'da')).version).toBe('eu-en-2');
  });

  test('that lacks something is not used, and the visitor sees the same as without it', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const wording = { pl: { ...ownPolish, smsPrint: 'STOP' }, de: 'Ja' };
    expect(await seen({ region: 'eu', wording }, 'pl')).toMatchObject({ form: 'en', version: 'eu-en-2' });
    expect(await seen({ region: 'eu', wording }, 'de')).toMatchObject({ form: 'de', version: 'eu-de-1' });
    expect(warn.mock.calls.flat()).toEqual([
      'hello-again: wording.pl is not used: sms and smsPrint have no {terms}',
      'hello-again: wording.de is not used: it is no group of texts',
    ]);
  });

  test.each([['Ja'], [7], [null], [[]], [() => {}]])('given as %o breaks nothing', async (wording) => {
    expect((await seen({ region: 'eu', wording }, 'de')).version).toBe('eu-de-1');
  });
});
