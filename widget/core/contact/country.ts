const homes: Readonly<Record<string, string>> = { us: 'US', ca: 'CA', uk: 'GB', au: 'AU' };

/**
 * The country whose national numbers are understood: the owner's setting, else the store's, else that of the
 * visitor's language. A default for parsing alone; a typed `+` always wins, and no legal region follows from it.
 */
export function homeCountry(
  setting: string | undefined,
  region: string | undefined,
  languages: readonly string[],
): string | undefined {
  const home = setting ?? homes[region ?? ''];
  if (home) return home.toUpperCase();
  for (const language of languages) {
    const found = /-([A-Z]{2})\b/.exec(language)?.[1];
    if (found) return found;
  }
  return undefined;
}
