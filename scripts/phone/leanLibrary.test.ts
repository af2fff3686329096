import { join } from 'node:path';
import parseByMobile, { getCountries } from 'libphonenumber-js/mobile';
import examplesOfLibrary from 'libphonenumber-js/mobile/examples';
import { build, type Rolldown } from 'vite';
import { describe, expect, test } from 'vitest';
import rows from '../../widget/phone/test/typedNumbers.json' with { type: 'json' };
import { wholeRules } from '../../widget/phone/test/wholeRules.ts';
import { phoneModules } from '../phoneModules.ts';
import { root } from '../root.mjs';
import { everyNth } from '../sample.ts';
import { leanLibrary } from './leanLibrary.ts';

/** The rules of all countries, with what the home files of the classic build have of the library. */
async function leanRules(): Promise<typeof wholeRules> {
  const lean = {
    name: 'lean',
    enforce: 'pre',
    transform: (code: string, id: string) => leanLibrary(id, code),
  } as const;
  const [built] = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [phoneModules(), lean],
    build: {
      write: false,
      lib: { entry: join(root, 'widget/phone/test/wholeRules.ts'), formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput[];
  const [{ code }] = built?.output ?? [{ code: '' }];
  const file = await import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  return file.wholeRules;
}

const lean = await leanRules();

/** What the two make of a text, where that differs. */
const differing = (texts: readonly string[], country: string | undefined) =>
  texts.flatMap((text) => {
    const [found, expected] = [lean, wholeRules].map((rules) => JSON.stringify(rules.parse(text, country)));
    return found === expected ? [] : [{ text, country, found, expected }];
  });

const numbers = getCountries().map((country) => {
  const number = parseByMobile(examplesOfLibrary[country] ?? '', country);
  if (!number) throw new Error(`no example of ${country}`);
  const digits = number.number.slice(1);
  const forms = [number.formatNational(), number.formatInternational(), `00${digits}`, `011${digits}`, digits];
  return { country, e164: number.number, texts: forms.flatMap((text) => [text, text.slice(0, -1), `${text}5`]) };
});

describe('the lean library reads a number of every country as the whole library does', () => {
  test.each(['of that country', 'US', 'GB', 'DE', 'BR', undefined])('read in %s', (place) => {
    const found = everyNth(3, numbers).flatMap(({ country, texts }) =>
      differing(texts, place === 'of that country' ? country : place),
    );
    expect(found).toEqual([]);
  });
});

test('the lean library reads numbers as people type and paste them as the whole library does', () => {
  expect(rows.flatMap(({ typed, country }) => differing([typed], country))).toEqual([]);
});

describe('the lean library reads what may stand behind a number, and in other scripts, as the whole library does', () => {
  const behind =
    `ext. 5|ext 5|ext5|EXT: 55|extn 5|xt 5|extension 5|extensio 5|extensión 5|extensio\u0301n 5|доб. 5|ДОБ 5|anexo 5|x5|X 55
    |#5|~5|int 5|int. 5|,,5|,5|, , 5|; 5|;5|;ext=5|;ext=5#| 5#|- 55#|/5|;isub=12|;ext=5;isub=12|;phone-context=+44
    |;phone-context=example.com|;phone-context=|?x=1|ｅｘｔ 5|ｘ5|＃5|ｉｎｔ5| or 020 7946 0018|abc|ー|ー5|・5|²|½|፩|(5)|=5|x1234567890|ext ${'5'.repeat(21)}`
      .split('|')
      .map((text) => text.replace(/\n\s+/g, ''));
  const before = ['', 'tel:', 'tel: ', '+', '(', 'a', 'ー', 'Tel. ', '#'];
  const scripts = [
    '07911 123456',
    '+44 7911 123456',
    '(020) 7946-0018',
    '７９１１ １２３４５６',
    '٠٧٩١١١٢٣٤٥٦',
    '۰۷۹۱۱۱۲۳۴۵۶',
    '०७९११ १२३४५६',
    '0791ー1123456',
    '7911－123456',
  ];
  test.each(['GB', 'US', undefined])('read in %s', (country) => {
    const texts = scripts.flatMap((number) => before.flatMap((a) => behind.map((b) => `${a}${number}${b}`)));
    expect(
      differing([...texts, '1', '+1', '12', '5'.repeat(18), '5'.repeat(251), '+999 1234567', '+0 123'], country),
    ).toEqual([]);
  });
});

test('the lean library names the country of a number and writes it as the whole library does', () => {
  const said = (rules: typeof wholeRules) =>
    numbers.flatMap(({ e164, country }) => [
      [e164, rules.countryOf(e164), rules.format(e164), rules.format(e164.slice(0, -1))],
      [country, rules.mainCountry(e164), rules.callingCode(country)],
    ]);
  expect(said(lean)).toEqual(said(wholeRules));
});

test('an unknown country is none, as it is for the whole library', () => {
  expect(differing(['07911 123456', '+447911123456', '911'], 'XX')).toEqual([]);
});

test('a module that is written in another way than expected stops the build', () => {
  expect(() => leanLibrary('/node_modules/libphonenumber-js/es6-modern/isValid.js', 'export default 1;')).toThrow(
    'written in another way',
  );
});
