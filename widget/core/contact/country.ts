const homes: Readonly<Record<string, string>> = { us: 'US', ca: 'CA', uk: 'GB', au: 'AU' };

/**
 * The country whose national numbers are understood: the owner's setting, else the store's, else that of the
 * visitor's language. A default for parsing alone, shown and changeable; a typed `+` always wins, and no legal region
 * follows from it.
 */
export function homeCountry(
  setting: string | undefined,
  region: string | undefined,
  languages: readonly string[],
): string | undefined {
  const home = setting ?? homes[region ?? ''];
  // Many write UK for the country, which ISO 3166 calls GB.
  if (home) return homes[home.toLowerCase()] ?? home.toUpperCase();
  for (const language of languages) {
    // Language, script if any, region (BCP 47). Some browsers write all of it in small letters.
    const found = /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b/i.exec(language)?.[1];
    if (found) return found.toUpperCase();
  }
  return undefined;
}
