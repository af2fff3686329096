import type { Settings } from '../config/settings.ts';
import type { FetchFile } from '../core/contact/phone.ts';
import type { ConsentRegion } from '../locales/consentText.ts';
import type { LocaleFile } from '../locales/localeFile.ts';
import { regionOf } from '../ui/consentText.tsx';
import { pickLocale } from '../ui/pickLocale.ts';
import { loadLanguage } from './loadLanguage.ts';

/** Languages of the interface by BCP 47 tag, and the regions that have a consent text in them. */
export const languages: Readonly<Record<string, readonly ConsentRegion[]>> = {
  en: ['us', 'ca', 'uk', 'eu', 'au', 'strict'],
  es: ['eu', 'strict'],
  fr: ['ca', 'eu', 'strict'],
  de: ['eu', 'strict'],
  it: ['eu', 'strict'],
  'pt-BR': [],
  nl: ['eu', 'strict'],
  pl: [],
  sv: [],
  ja: [],
  ko: [],
  ar: [],
};

/**
 * The texts that a visitor sees: in the first language, in this order, that has both interface strings and a consent
 * text for the region, ours or the owner's. The owner's choice (`locale`), the page's language, the visitor's, English.
 * A form never stands in another language than what is agreed to in it.
 *
 * @param pageLanguage BCP 47, as the page says it; may be empty
 * @param visitorLanguages BCP 47, the most wanted first
 * @param fetchFile fetches a file, by the name that it has in the build; a language that cannot be fetched is passed
 * over
 */
export async function stringsFor(
  settings: Settings,
  pageLanguage: string,
  visitorLanguages: readonly string[],
  fetchFile: FetchFile = (_name, load) => load(),
): Promise<LocaleFile> {
  const region = regionOf(settings.region);
  const own = settings.wording
    ? (await fetchFile('someOptions', () => import('./someOptions.ts'))).ownConsentTexts(settings, region)
    : undefined;
  for (const wanted of [settings.locale, pageLanguage, ...visitorLanguages]) {
    const tag = pickLocale(Object.keys(languages), wanted);
    const regions = tag && languages[tag];
    if (!regions) continue;
    const text = own?.(wanted);
    if (!text && !regions.includes(region)) continue;
    const consentRegion = regions.includes(region) ? region : undefined;
    const found = await fetchFile(`strings-${consentRegion ? `${tag}-${consentRegion}` : tag}`, () =>
      loadLanguage(tag, consentRegion),
    ).catch(() => undefined);
    // A form in another language of the visitor's is better than none.
    if (!found) continue;
    const { localeFile } = found;
    return text
      ? { ...localeFile, consentTexts: { ...localeFile.consentTexts, regions: { [region]: text } } }
      : localeFile;
  }
  return (await fetchFile(`strings-en-${region}`, () => loadLanguage('en', region))).localeFile;
}
