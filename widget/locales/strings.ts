import type { ResultKind } from '../core/flow/state.ts';

/** One sentence by the number in it, `{n}`: CLDR's categories, as `Intl.PluralRules` names them. */
export type Plural = { readonly [C in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** The interface's strings. The consent text is separate, in `consent.ts` of each language. */
export interface Strings {
  /** BCP 47 tag. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** By ask; `{brand}` is replaced. */
  readonly heading: { readonly [K in 'phone' | 'email' | 'email+phone' | 'consent']: string };
  /** The heading once there is no form any more. */
  readonly resultHeading: { readonly [K in ResultKind]: string };
  readonly body: { readonly [K in 'phone' | 'email' | 'email+phone' | 'consent']: string };
  readonly signUp: string;
  readonly withoutTexts: string;
  readonly anotherNumber: string;
  readonly sending: string;
  readonly close: string;
  readonly notYou: string;
  /** The person that the popup is for, where a masked email is known: `{hint}`. */
  readonly namedEmail: string;
  /** The person that the popup is for, where no masked email is known. */
  readonly namedMail: string;
  /** Whom it is for when they came from a text message. */
  readonly namedText: string;
  readonly askedAgain: string;
  readonly email: string;
  readonly phone: string;
  readonly optional: string;
  /** Name of the list of countries. */
  readonly country: string;
  /** The number as it was understood: `{number}`. */
  readonly numberUnderstood: string;
  /** Shown with it where an extension was typed, which cannot be texted. */
  readonly extensionDropped: string;
  /** A button: the address or the number that was probably meant, `{meant}`. */
  readonly meant: string;
  /** The address has letters outside ASCII before the `@`: taken, but worth a look. */
  readonly emailUnusual: string;
  readonly emailEmpty: string;
  readonly emailImpossible: string;
  /** It still holds a character that nobody can see. */
  readonly emailUnseen: string;
  readonly phoneEmpty: string;
  /** `{example}` */
  readonly phoneImpossible: string;
  /** `{example}` */
  readonly phoneLacksArea: string;
  /** What was typed cannot be sent as it stands; the buttons beside it have what was probably meant. */
  readonly phoneOffered: string;
  readonly phoneUncovered: string;
  /** `{number}` */
  readonly phoneUnlikely: string;
  readonly untickedNumber: string;
  readonly untickedTexts: string;
  readonly untickedEmail: string;
  readonly refused: string;
  readonly success: string;
  readonly successPending: string;
  readonly successUnknown: string;
  readonly coupon: string;
  /** Not there yet, whatever the cause: no network, or a server that is too busy. Tried again, from later pages as well. */
  readonly waiting: string;
  /** The same where nothing is stored: from this page alone. */
  readonly waitingHere: string;
  readonly failed: string;
  readonly subscribed: string;
  /** Code that the button needs could not be fetched. */
  readonly tryAgain: string;
  readonly done: string;
  /** Which of two steps this is, for all: `{n}`, `{total}`. */
  readonly step: string;
  /** Above the second step. */
  readonly stepTaken: string;
  /** Leaves the second step out. */
  readonly skip: string;
  /** Closes for good. */
  readonly alreadySignedUp: string;
  /** What was given is on file already. */
  readonly onFile: string;
  /** In place of a success, where QA plays a sign-up that is sent nowhere. */
  readonly testRun: string;
  readonly confirmEmail: string;
  readonly confirmText: string;
  /** The coupon's button, its text after a click, and the text where the page or the browser forbids copying. */
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  /** The code step. `{number}` is the number texted. */
  readonly codeBody: string;
  readonly code: string;
  readonly codeConfirm: string;
  readonly codeEmpty: string;
  readonly codeWrong: string;
  readonly codeExpired: string;
  /** Too many wrong ones. */
  readonly codeExhausted: string;
  readonly codeResend: string;
  /** `{n}` seconds. */
  readonly codeResendIn: Plural;
  readonly codeResent: string;
  readonly codeLater: string;
  /** The tab at the edge that opens the popup; `{brand}`. */
  readonly teaser: string;
  readonly teaserClose: string;
  /** Read out when a flyout opens by itself: `{heading}`. */
  readonly arrived: string;
  /** Further fields. */
  readonly firstName: string;
  readonly birthday: string;
  readonly day: string;
  readonly month: string;
  /** The first entry of a list. */
  readonly choose: string;
  /** `{label}` */
  readonly fieldEmpty: string;
  readonly birthdayImpossible: string;
}
