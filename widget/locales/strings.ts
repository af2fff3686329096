import type { Panel } from '../core/flow/state.ts';

/** The words of the interface. Legal wording stands apart, in `locales/legal/`. */
export interface Strings {
  /** BCP 47 tag. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** By ask; `{brand}` is replaced. */
  readonly heading: { readonly [K in 'phone' | 'email' | 'email+phone' | 'consent']: string };
  /** The heading once there is no form any more. */
  readonly resultHeading: { readonly [K in Panel['kind']]: string };
  readonly body: { readonly [K in 'phone' | 'email' | 'email+phone' | 'consent']: string };
  readonly signUp: string;
  readonly withoutTexts: string;
  readonly anotherNumber: string;
  readonly sending: string;
  readonly close: string;
  readonly notYou: string;
  /** Whom the popup is for, where a masked email is known: `{hint}`. */
  readonly namedEmail: string;
  /** Whom it is for where none is known. */
  readonly namedMail: string;
  /** Whom it is for when they came from a text message. */
  readonly namedText: string;
  readonly askedAgain: string;
  readonly email: string;
  readonly phone: string;
  readonly optional: string;
  /** How a number without `+` is read: `{country}`. */
  readonly countryHint: string;
  readonly emailEmpty: string;
  readonly emailImpossible: string;
  readonly phoneEmpty: string;
  /** `{example}` */
  readonly phoneImpossible: string;
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
  readonly waiting: string;
  readonly waitingHere: string;
  readonly failed: string;
  readonly subscribed: string;
  /** Code that the button needs could not be fetched. */
  readonly tryAgain: string;
  readonly done: string;
}
