import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { ConsentCatalogue, ConsentRegion } from '../locales/consentText.ts';
import { consentDe } from '../locales/de/consent.ts';
import { consentEn } from '../locales/en/consent.ts';
import { consentFr } from '../locales/fr/consent.ts';
import { settingsOf } from '../test/fixtures.ts';
import { consentSlots, consentTextFor, senderLine } from './consentText.tsx';
import { fill } from './fill.tsx';

const sender = { name: 'Harbor Coffee Ltd', address: '1 Quay, Halifax', contact: 'hello@example.com' };
const regions = Object.keys(consentEn.regions) as ConsentRegion[];
const textFor = (options: object) => consentTextFor(settingsOf(options), consentEn);

describe('the region', () => {
  test.each([
    ['us', 'us-en-1', 'en-US'],
    ['ca', 'ca-en-2', 'en-CA'],
    ['uk', 'uk-en-2', 'en-GB'],
    ['eu', 'eu-en-2', 'en'],
    ['au', 'au-en-1', 'en-AU'],
  ])('%s is the owner’s choice', (region, version, locale) => {
    expect(textFor({ region, sender })).toMatchObject({ region, version, locale });
  });

  test.each([[undefined], [''], ['de'], ['usa'], ['strict'], ['toString'], ['__proto__'], [7], [['us']]])(
    '%o gives the strictest text',
    (region) => {
      expect(textFor({ region })).toMatchObject({ region: 'strict', version: 'strict-en-1', locale: 'en' });
    },
  );

  test('without a text in the language shows none, and never another region’s', () => {
    expect(() => consentTextFor(settingsOf({ region: 'us' }), consentDe)).toThrow(TypeError);
    expect(consentTextFor(settingsOf({ region: 'eu' }), consentDe)).toMatchObject({ region: 'eu', version: 'eu-de-1' });
  });
});

describe('the owner’s names', () => {
  test.each([
    ['Harbor Coffee', 'Harbor Coffee'],
    ['Coffee & Co.', 'Coffee & Co.'],
    ['$& $1 $`', '$& $1 $`'],
  ])('%s is shown as it is', (brand, shown) => {
    expect(textFor({ region: 'us', brand }).sms).toContain(`I agree that ${shown} may send`);
  });

  test.each([
    ['{frequency} {terms}', 'frequency terms'],
    ['{{number}}', 'number'],
    ['Har{bor} Coffee', 'Harbor Coffee'],
    ['}{', ''],
  ])('%s loses its braces, so that a name creates no slot', (brand, shown) => {
    const text = textFor({ region: 'us', brand, sender: { ...sender, name: brand } });
    expect(text.sms).toContain(`I agree that ${shown} may send`);
    expect(textFor({ region: 'ca', sender: { ...sender, name: brand } }).smsPrint).toContain(`${shown}, 1 Quay`);
  });

  test('no sentence ends in two full stops', () => {
    const text = textFor({ region: 'us', brand: 'Coffee & Co.' });
    expect(text.email).toBe('By signing up you agree to get marketing emails from Coffee & Co.');
  });

  test('the sender is named in full', () => {
    for (const region of ['ca', 'strict']) {
      const text = textFor({ region, sender });
      for (const print of [text.smsPrint, text.emailPrint]) {
        expect(print).toContain('Harbor Coffee Ltd, 1 Quay, Halifax, hello@example.com. You can withdraw');
      }
    }
  });

  test('the strictest text has no trace of a sender where there is none', () => {
    const { smsPrint, emailPrint } = textFor({});
    expect(`${smsPrint} ${emailPrint}`).not.toMatch(/undefined|sender| \. |\.\./);
  });
});

describe('the line that names the sender', () => {
  test('has its parts in order', () => {
    expect(senderLine(sender)).toBe('Harbor Coffee Ltd, 1 Quay, Halifax, hello@example.com.');
  });

  test.each([
    ['no sender', undefined],
    ['null', null],
    ['a text', 'Harbor Coffee Ltd'],
    ['an empty group', {}],
    ['no name', { ...sender, name: undefined }],
    ['no address', { ...sender, address: '' }],
    ['a blank contact', { ...sender, contact: '  ' }],
    ['a number for a contact', { ...sender, contact: 7 }],
  ])('is missing where there is %s, because half an address is useless', (_what, given) => {
    expect(senderLine(given as unknown as typeof sender)).toBe('');
    const { smsPrint, emailPrint } = textFor({ sender: given });
    expect(`${smsPrint} ${emailPrint}`).not.toMatch(/Harbor Coffee Ltd|undefined|null|Quay| \.|\.\./);
  });
});

test.each([
  [undefined, 'How often varies. Message and data rates may apply.'],
  [4, 'About 4 messages a month. Message and data rates may apply.'],
  ['4', 'About 4 messages a month. Message and data rates may apply.'],
  [1, 'About 1 message a month. Message and data rates may apply.'],
  ['1', 'About 1 message a month. Message and data rates may apply.'],
  [0, 'How often varies. Message and data rates may apply.'],
  [-1, 'How often varies. Message and data rates may apply.'],
  ['', 'How often varies. Message and data rates may apply.'],
  ['often', 'How often varies. Message and data rates may apply.'],
  [Number.NaN, 'How often varies. Message and data rates may apply.'],
  [Number.POSITIVE_INFINITY, 'How often varies. Message and data rates may apply.'],
])('with %o texts a month the frequency is stated', (textsPerMonth, said) => {
  expect(textFor({ region: 'us', textsPerMonth }).smsPrint).toContain(said);
});

describe('the consent text as shown', () => {
  const text = (region: string) => {
    const settings = settingsOf({ region, sender });
    const template = consentTextFor(settings, consentEn);
    const slots = { ...consentSlots(settings, template), number: '+44 7700 900982' };
    return [template.sms, template.smsNamed, template.smsPrint, template.email, template.emailPrint]
      .map((part) => render(<p>{fill(part, slots)}</p>))
      .join('');
  };

  test.each(regions)('%s has no slot left, and links to terms and privacy', (region) => {
    const shown = text(region);
    expect(shown).not.toMatch(/[{}]|undefined|\[object/);
    expect(shown).toContain('href="https://shop.example.com/terms"');
    expect(shown).toContain('href="https://shop.example.com/privacy"');
  });

  test('has links that open in a new tab, so that nothing typed is lost', () => {
    const links = text('uk').match(/<a [^>]*>/g) ?? [];
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) expect(link).toMatch(/target="_blank" rel="noopener"/);
  });
});

describe('the frequency', () => {
  const often = (catalogue: ConsentCatalogue, textsPerMonth: number) =>
    consentTextFor(settingsOf({ region: 'eu', textsPerMonth }), catalogue).smsPrint;

  test.each([
    [consentDe, 1, 'Etwa 1 Nachricht im Monat.'],
    [consentDe, 4, 'Etwa 4 Nachrichten im Monat.'],
    [consentFr, 1, 'Environ 1 message par mois.'],
    [consentFr, 1.5, 'Environ 1,5 message par mois.'],
    [consentFr, 2, 'Environ 2 messages par mois.'],
  ])('uses the plural forms of the language', (catalogue, n, said) => {
    expect(often(catalogue, n)).toContain(said);
  });
});
