import type { LegalRegion } from './locales/legal/legal.ts';
import type { Words } from './words.ts';

type LanguageFile = Promise<{ readonly words: Words }>;

/** In the classic build `classicLanguage.ts` stands in. */
const files: Readonly<Record<string, () => LanguageFile>> = {
  en: () => import('./locales/words/en.ts'),
  es: () => import('./locales/words/es.ts'),
  fr: () => import('./locales/words/fr.ts'),
  de: () => import('./locales/words/de.ts'),
  it: () => import('./locales/words/it.ts'),
  'pt-BR': () => import('./locales/words/pt-BR.ts'),
  nl: () => import('./locales/words/nl.ts'),
  pl: () => import('./locales/words/pl.ts'),
  sv: () => import('./locales/words/sv.ts'),
  ja: () => import('./locales/words/ja.ts'),
  ko: () => import('./locales/words/ko.ts'),
  ar: () => import('./locales/words/ar.ts'),
};

/**
 * Fetches the words of a language: `tag` is one of `languages` in `wordsFor.ts`.
 *
 * @param _region the region whose consent wording has to be among them; undefined for none
 */
export const loadLanguage = async (tag: string, _region: LegalRegion | undefined): LanguageFile => {
  const load = files[tag];
  if (!load) throw new RangeError(`no language ${tag}`);
  return load();
};
