import type { Ask } from '../ask/reasons.ts';

/** What the choice of files depends on. The options are as they were given. */
export interface FileOptions {
  readonly region?: string | undefined;
  readonly locale?: string | undefined;
  readonly wording?: unknown;
  readonly theme?: unknown;
  readonly fields?: unknown;
}

/** BCP 47. */
interface Languages {
  readonly language: string;
  readonly languages: readonly string[];
}

/**
 * The files that opening a popup needs, by the names that they have in the build, so that all of them are fetched at once.
 * A wrong guess of the language costs a file and breaks nothing: the popup's own code, which knows all languages, decides.
 *
 * @param home the visitor's home file of phone rules
 */
export function filesFor(options: FileOptions, ask: Ask, page: Languages, home: string): string[] {
  const { region, locale, wording } = options;
  // The regions and languages that have a consent text. This is the entry's: lists in place of these would cost bytes.
  const consentRegion = /^(us|ca|uk|eu|au)$/.test(region ?? '') ? region : 'strict';
  const known = region === 'ca' ? 'en|fr' : /uk|us|au/.test(region ?? '') ? 'en' : 'en|es|fr|de|it|nl';
  const spoken = RegExp(`(?:^|,)(${known})`).exec(`${[locale, page.language, page.languages]}`)?.[1] ?? 'en';
  return [
    'popup',
    'memory',
    // An owner's consent text may be in any language: the popup's code finds it.
    ...(wording ? [] : [`strings-${spoken}-${consentRegion}`]),
    ...(ask === 'email' ? [] : [`phone-${home}`]),
    ...(['theme', 'fields'] as const).filter((name) => options[name]),
  ];
}
