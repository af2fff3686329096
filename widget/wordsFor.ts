import type { Settings } from './config/settings.ts';
import type { LegalRegion } from './locales/legal/legal.ts';
import { regionOf } from './ui/legalText.tsx';
import { pickTag } from './ui/pickTag.ts';
import type { Words } from './words.ts';

/** A language of the interface, and the regions that there is a consent wording in it for. */
interface Language {
  readonly regions: readonly LegalRegion[];
  load(): Promise<{ readonly words: Words }>;
}

const english: Language = {
  regions: ['us', 'ca', 'uk', 'eu', 'au', 'strict'],
  load: () => import('./locales/words/en.ts'),
};

/** By BCP 47 tag. */
export const languages: Readonly<Record<string, Language>> = {
  en: english,
  es: { regions: ['eu', 'strict'], load: () => import('./locales/words/es.ts') },
  fr: { regions: ['ca', 'eu', 'strict'], load: () => import('./locales/words/fr.ts') },
  de: { regions: ['eu', 'strict'], load: () => import('./locales/words/de.ts') },
  it: { regions: ['eu', 'strict'], load: () => import('./locales/words/it.ts') },
  'pt-BR': { regions: [], load: () => import('./locales/words/pt-BR.ts') },
  nl: { regions: ['eu', 'strict'], load: () => import('./locales/words/nl.ts') },
  pl: { regions: [], load: () => import('./locales/words/pl.ts') },
  sv: { regions: [], load: () => import('./locales/words/sv.ts') },
  ja: { regions: [], load: () => import('./locales/words/ja.ts') },
  ko: { regions: [], load: () => import('./locales/words/ko.ts') },
  ar: { regions: [], load: () => import('./locales/words/ar.ts') },
};

/**
 * The words that a visitor sees: in the first language, in this order, that has both an interface and a consent wording
 * for the region, ours or the owner's. The owner's choice (`locale`), the page's language, the visitor's, English. A form
 * never stands in another language than what is agreed to in it.
 *
 * @param pageLanguage BCP 47, as the page says it; may be empty
 * @param visitorLanguages BCP 47, the most wanted first
 * @param fetch fetches a language's file; one that cannot be fetched is passed over
 */
export async function wordsFor(
  settings: Settings,
  pageLanguage: string,
  visitorLanguages: readonly string[],
  fetch: <T>(name: string, load: () => Promise<T>) => Promise<T> = (_name, load) => load(),
): Promise<Words> {
  const region = regionOf(settings.region);
  const { wording } = settings;
  // A JSON block may hold anything.
  const own: Readonly<Record<string, unknown>> = typeof wording === 'object' && wording !== null ? { ...wording } : {};
  for (const wanted of [settings.locale, pageLanguage, ...visitorLanguages]) {
    const tag = pickTag(Object.keys(languages), wanted);
    const language = tag && languages[tag];
    if (!language) continue;
    const ownTag = pickTag(Object.keys(own), wanted);
    const text = ownTag && (await import('./someOptions.ts')).ownWording(own[ownTag], ownTag, region);
    if (!text && !language.regions.includes(region)) continue;
    const found = await fetch(`strings-${tag}`, language.load).catch(() => undefined);
    // A form in another language of the visitor's is better than none.
    if (!found) continue;
    const { words } = found;
    return text ? { ...words, legal: { ...words.legal, regions: { [region]: text } } } : words;
  }
  return (await fetch('strings-en', english.load)).words;
}
