import type { Plural } from './strings.ts';

/** The region whose rules a consent text follows; `strict` meets the strictest rules. */
export type ConsentRegion = 'us' | 'ca' | 'uk' | 'eu' | 'au' | 'strict';

/**
 * The consent text of one region in one language. Slots: `{brand}`, `{number}`, `{frequency}`, `{terms}`, `{privacy}`,
 * `{sender}`; the link slots become links. What is shown is recorded word for word, so a change of a word needs a new
 * version.
 */
export interface ConsentText {
  /** Region, language and number, as recorded: `eu-de-1`. */
  readonly version: string;
  /** Locale of the text (BCP 47), as recorded; it may name the region where the interface's does not: `en-US`. */
  readonly locale: string;
  /** The box for texts. */
  readonly sms: string;
  /** The box for texts to a number already known: `{number}`. */
  readonly smsNamed: string;
  /** Small print that belongs to the text box. */
  readonly smsPrint: string;
  /** The box, or the line above the button, for email. */
  readonly email: string;
  readonly emailPrint: string;
  /** How email consent is given: by its own box, or by pressing the button under the line. */
  readonly emailMethod: 'checkbox' | 'submit';
  /** Labels of the two links. */
  readonly terms: string;
  readonly privacy: string;
}

/** All consent texts of one language. Where there is none yet, an owner's can still be filled in. */
export interface ConsentCatalogue {
  /** How often texts come: `{n}` a month. */
  readonly frequency: Plural;
  readonly frequencyVaries: string;
  readonly regions: { readonly [R in ConsentRegion]?: ConsentText };
}
