import type { LegalCatalogue } from './locales/legal/legal.ts';
import type { Strings } from './locales/strings.ts';

/**
 * The words of one language: those of the interface and the legal wording. As `wordsFor` gives them, the wording of the
 * owner's region is among them.
 */
export interface Words {
  readonly strings: Strings;
  readonly legal: LegalCatalogue;
}
