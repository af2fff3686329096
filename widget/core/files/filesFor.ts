import type { Ask } from '../ask/reasons.ts';

/** What the choice of files goes by. The options are as they were given. */
export interface FileOptions {
  readonly region?: unknown;
  readonly theme?: unknown;
  readonly fields?: unknown;
}

/**
 * The files that opening a popup needs, by the names that they have in the build, so that all of them are fetched at once.
 * A wrong guess of the language costs a file and breaks nothing: the popup's own code, which knows all languages, decides.
 *
 * @param languages BCP 47, in the order in which they count
 * @param home the visitor's home file of phone rules
 */
export function filesFor(
  { region, theme, fields }: FileOptions,
  ask: Ask,
  languages: readonly unknown[],
  home: string,
): string[] {
  const files = ['popup', 'memory', `strings-${languageOf(region, languages)}`];
  if (ask !== 'email') files.push(`phone-${home}`);
  if (theme) files.push('theme');
  if (fields) files.push('fields');
  return files;
}

/** The languages that have a consent wording for the region; an owner's own wording is for the popup's code to find. */
function languageOf(region: unknown, languages: readonly unknown[]): string {
  const known = /uk|us|au/.test(`${region}`) ? /^en/ : region === 'ca' ? /^(en|fr)/ : /^(en|es|fr|de|it|nl)/;
  return languages.map((language) => known.exec(`${language}`)?.[0]).find(Boolean) ?? 'en';
}
