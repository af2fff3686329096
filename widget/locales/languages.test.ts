import { describe, expect, test } from 'vitest';
import { loadLanguage } from '../popup/loadLanguage.ts';
import { languages } from '../popup/stringsFor.ts';
import { en } from './en/strings.ts';
import type { LocaleFile } from './localeFile.ts';
import { textsOf } from './test/textsOf.ts';

const tags = ['en', 'es', 'fr', 'de', 'it', 'pt-BR', 'nl', 'pl', 'sv', 'ja', 'ko', 'ar'];
const loaded = await Promise.all(
  Object.entries(languages).map(async ([tag, regions]) => ({
    tag,
    regions,
    words: (await loadLanguage(tag, undefined)).localeFile,
  })),
);
const table = loaded.map((one) => [one.tag, one] as const);
const others = table.filter(([tag]) => tag !== 'en');

/** Plural records and the names of their sentences, `{n}` in each. */
const pluralsOf = ({ strings, consentTexts: consent }: LocaleFile) => ({
  codeResendIn: strings.codeResendIn,
  frequency: consent.frequency,
});
const slotsOf = (text: string) => [...text.matchAll(/\{(\w*)\}|[{}]/g)].map(([all, name]) => name ?? all).sort();
/** Without the sentences of plural records, which differ in number from language to language. */
const singleTexts = (words: LocaleFile) => textsOf(words.strings).filter(([path]) => !path.startsWith('codeResendIn.'));

/** Words that happen to be the same. */
const sameAsEnglish: Readonly<Record<string, readonly string[]>> = {
  de: ['optional', 'code'],
  fr: ['code'],
  nl: ['code', 'codeLater'],
};

test('all twelve languages exist', () => {
  expect(loaded.map(({ tag }) => tag).sort()).toEqual([...tags].sort());
});

describe.each(table)('%s', (tag, { words, regions }) => {
  const { strings } = words;
  const sentences = [
    ...textsOf(strings),
    ...textsOf({ legal: { ...words.consentTexts, regions: words.consentTexts.regions } }),
  ].filter(([path]) => !/\.(version|locale|emailMethod)$/.test(path));

  test('has its name and its direction', () => {
    expect(strings.locale).toBe(tag);
    expect(strings.direction).toBe(tag === 'ar' ? 'rtl' : 'ltr');
  });

  test('has every text that English has, with the same slots', () => {
    const shape = (texts: ReturnType<typeof textsOf>) => texts.map(([path, text]) => [path, slotsOf(text)]);
    expect(shape(singleTexts(words))).toEqual(shape(textsOf(en).filter(([path]) => !path.startsWith('codeResendIn.'))));
  });

  test('has a sentence for each plural form that it uses, and no other', () => {
    for (const [name, forms] of Object.entries(pluralsOf(words))) {
      const rules = new Intl.PluralRules(tag);
      expect([name, Object.keys(forms).sort()]).toEqual([name, rules.resolvedOptions().pluralCategories.sort()]);
      const numbers = Array.from({ length: 1000 }, (_all, n) => n);
      for (const [category, form] of Object.entries(forms)) {
        const named = numbers.filter((n) => rules.select(n) === category);
        // Only a sentence for one number alone may say it in a word.
        expect([category, slotsOf(form)]).toEqual([category, named.length === 1 && !slotsOf(form)[0] ? [] : ['n']]);
      }
    }
  });

  test('names the regions that have a consent text in it', () => {
    expect([...regions].sort()).toEqual(Object.keys(words.consentTexts.regions).sort());
    for (const text of Object.values(words.consentTexts.regions))
      expect(text.locale).toMatch(new RegExp(`^${tag}(-[A-Z]{2})?$`));
  });

  test('has no double space, and the punctuation of its language', () => {
    expect(sentences.length).toBeGreaterThan(70);
    for (const [path, text] of sentences) {
      expect([path, text]).toEqual([path, text.trim()]);
      expect([path, text]).not.toEqual([path, expect.stringMatching(/\s\s|['"`]|\.\.|<|&\w+;/)]);
      // French alone sets a space before such marks, and it may not break.
      const marks = tag === 'fr' ? /[^\u202f][?!;]|[^\u00a0]:/ : /\s[?!;:.,]/;
      expect([path, text]).not.toEqual([path, expect.stringMatching(marks)]);
    }
  });
});

describe.each(others)('%s', (tag, { words }) => {
  test('has no English text left', () => {
    const english = new Map(textsOf(en));
    const left = textsOf(words.strings)
      .filter(([path, text]) => text === english.get(path) && path !== 'direction')
      .map(([path]) => path);
    expect(left.sort()).toEqual([...(sameAsEnglish[tag] ?? [])].sort());
  });

  test('has no two equal sentences where English has different ones', () => {
    const told = (texts: object) => {
      const { success, successPending, successUnknown, waiting, waitingHere, failed, refused } = texts as typeof en;
      return new Set([success, successPending, successUnknown, waiting, waitingHere, failed, refused]).size;
    };
    expect(told(words.strings)).toBe(7);
  });
});

test('numbers and names keep their own direction in a right-to-left language', () => {
  const rtl = loaded.filter(({ words }) => words.strings.direction === 'rtl');
  expect(rtl.length).toBeGreaterThan(0);
  for (const { words } of rtl) {
    const filled = textsOf(words.strings).filter(([, text]) =>
      /\{(number|email|example|brand|country|label|heading)\}/.test(text),
    );
    expect(filled.length).toBeGreaterThan(8);
    for (const [path, text] of filled) {
      const isNumber = /\{(number|email|example)\}/.test(text);
      expect([path, text]).toEqual([
        path,
        expect.stringMatching(isNumber ? /\u2066\{\w+\}\u2069/ : /\u2068\{\w+\}\u2069/),
      ]);
    }
  }
});
