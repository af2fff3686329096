import type { ConsentRegion } from '../locales/consentText.ts';
import type { LocaleFile } from '../locales/localeFile.ts';

type LanguageFile = Promise<{ readonly localeFile: LocaleFile }>;

/** The classic build uses `classicLanguage.ts` instead. */
const files: Readonly<Record<string, () => LanguageFile>> = {
  en: () => import('../locales/en/index.ts'),
  es: () => import('../locales/es/index.ts'),
  fr: () => import('../locales/fr/index.ts'),
  de: () => import('../locales/de/index.ts'),
  it: () => import('../locales/it/index.ts'),
  'pt-BR': () => import('../locales/pt-BR/index.ts'),
  nl: () => import('../locales/nl/index.ts'),
  pl: () => import('../locales/pl/index.ts'),
  sv: () => import('../locales/sv/index.ts'),
  ja: () => import('../locales/ja/index.ts'),
  ko: () => import('../locales/ko/index.ts'),
  ar: () => import('../locales/ar/index.ts'),
};

/**
 * Fetches the texts of a language: `tag` is one of `languages` in `stringsFor.ts`.
 *
 * @param _region the region whose consent text has to be among them; undefined for none
 */
export const loadLanguage = async (tag: string, _region: ConsentRegion | undefined): LanguageFile => {
  const load = files[tag];
  if (!load) throw new RangeError(`no language ${tag}`);
  return load();
};
