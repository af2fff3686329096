/** Whose rules a wording follows; `strict` meets the strictest of all. */
export type LegalRegion = 'us' | 'ca' | 'uk' | 'eu' | 'au' | 'strict';

/**
 * The consent wording of one region in one language. Slots: `{brand}`, `{number}`, `{frequency}`, `{terms}`,
 * `{privacy}`, `{sender}`; the link slots become links. What is shown is recorded word for word, so a change of a
 * word needs a new version.
 */
export interface LegalText {
  /** Template and version, as recorded: `us-1`. */
  readonly version: string;
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
}

/** All wordings of one language. */
export interface LegalCatalogue {
  /** BCP 47 tag of the words. */
  readonly locale: string;
  /** `{n}` messages, where it is more than one. */
  readonly frequencyKnown: string;
  readonly frequencyOnce: string;
  readonly frequencyVaries: string;
  readonly terms: string;
  readonly privacy: string;
  readonly regions: { readonly [R in LegalRegion]: LegalText };
}
