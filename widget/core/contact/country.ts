/**
 * The country whose national numbers are understood: the owner's setting, else the store's, else that of the first
 * language with a region, the page's before the visitor's. Where a field is shown, `popup/placeOf.ts` asks the time zone
 * before the visitor's languages. A default for parsing alone, shown and changeable; a typed `+` always
 * wins, and no legal region follows from it.
 */
export function homeCountry(
  setting: string | undefined,
  region: string | undefined,
  languages: readonly string[],
): string | undefined {
  const regional = region && /^(us|ca|uk|au)$/.test(region) ? region : undefined;
  // Language, script if any, region (BCP 47). Some browsers write all of it in small letters.
  const own = languages.map((language) => /^\w+(-\w{4})?-([a-z]{2})\b/i.exec(language)?.[2]).find(Boolean);
  const home = setting ?? regional ?? own;
  // Many write UK for the country, which ISO 3166 calls GB.
  return home?.toUpperCase().replace('UK', 'GB');
}
