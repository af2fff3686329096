import type { ConsentCatalogue } from './consentText.ts';
import type { Strings } from './strings.ts';

/**
 * The words of one language: those of the interface and the legal wording. As `wordsFor` gives them, the wording of the
 * owner's region is among them.
 */
export interface LocaleFile {
  readonly strings: Strings;
  readonly consentTexts: ConsentCatalogue;
}
