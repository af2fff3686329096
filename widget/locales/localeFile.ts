import type { ConsentCatalogue } from './consentText.ts';
import type { Strings } from './strings.ts';

/**
 * The texts of one language: the interface's strings and the consent texts. As `stringsFor` returns them, the text of
 * the owner's region is among them.
 */
export interface LocaleFile {
  readonly strings: Strings;
  readonly consentTexts: ConsentCatalogue;
}
