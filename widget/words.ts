import type { LegalCatalogue } from './locales/legal/legal.ts';
import type { Strings } from './locales/strings.ts';

/** The words of one language: those of the interface and the legal wording. */
export interface Words {
  readonly strings: Strings;
  readonly legal: LegalCatalogue;
}
