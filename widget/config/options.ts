import type { Adapter } from '../adapters/adapter.ts';
import type { Ask } from '../core/ask/reasons.ts';
import type { Strength } from '../core/identity/evidence.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import type { Provider } from '../providers/provider.ts';
import type { ShippedProvider } from '../providers/shipped.ts';
import type { ToldScript } from '../providers/toldScripts.ts';

/** Whose rules the consent wording follows. Chosen by the owner, never guessed from a number. */
export type Region = 'us' | 'ca' | 'uk' | 'eu' | 'au';

/** What the owner says about the permission to store. */
export type StorageMode = 'allowed' | 'banner' | 'none';

/** The words of one ask that the owner may change. Consent wording is not among them. */
export interface Texts {
  /** The dialog's heading, which is also its name. */
  readonly heading?: string;
  /** The sentence below the heading. */
  readonly body?: string;
  /** The button. */
  readonly button?: string;
  /** The sentence after a sign-up that the collector confirmed. */
  readonly success?: string;
}

/** Words for every ask, and further ones for a single ask, which win. */
export type TextOptions = Texts & { readonly [K in Exclude<Ask, 'nothing'>]?: Texts };

/** A collector of your own that speaks protocol v1. */
export interface CollectorOptions {
  /** Where submissions are posted. http(s), or a path of this site. */
  readonly url: string;
  /**
   * What the collector can find a person by: `email`, `phone`, and the issuers whose ids it understands.
   * @default ['own', 'email', 'phone']
   */
  readonly linksBy?: readonly string[];
}

/** Who sends the texts. Canada's law asks for the name, the postal address and a way to get in touch. */
export interface Sender {
  readonly name: string;
  readonly address: string;
  /** An email address, a phone number or a web address. */
  readonly contact: string;
}

/** When the popup opens by itself. */
export interface TriggerOptions {
  /**
   * Milliseconds after the decision.
   * @default 3000
   */
  readonly delay?: number;
}

/** How often the popup may open by itself. */
export interface FrequencyOptions {
  /**
   * Days of quiet after the visitor closed it.
   * @default 30
   */
  readonly quietDays?: number;
  /**
   * How many times it may open by itself before it is quiet for `quietDays`.
   * @default 3
   */
  readonly maxShows?: number;
}

/** Where the popup may open by itself: paths with all that lies below them; `*` stands for any text. */
export interface TargetOptions {
  /**
   * Only on these paths.
   * @default ['*']
   */
  readonly include?: readonly string[];
  /**
   * Never on these paths.
   * @default cart, checkout and account pages of the common shop systems
   */
  readonly exclude?: readonly string[];
}

/** The options of `createSignup`. */
export interface SignupOptions {
  /**
   * Where submissions go: an address that speaks protocol v1, or an adapter, which speaks as a platform does.
   * `docs/adapters.md` says what each can do.
   * @example 'https://collect.example/v1/submissions'
   */
  readonly collector: string | CollectorOptions | Adapter;
  /** The brand that will write. Consent names exactly one. */
  readonly brand: string;
  /** Address of the terms of the text programme. */
  readonly terms: string;
  /** Address of the privacy policy. */
  readonly privacy: string;
  /**
   * Whether this site may store: `allowed` (no permission is needed), `banner` (wait for `setConsent`), `none`.
   * @default 'none'
   */
  readonly storage?: StorageMode;
  /** Whose rules the consent wording follows; unset: the strictest of all. */
  readonly region?: Region;
  /** Named in the wording; required for `region: 'ca'`. */
  readonly sender?: Sender;
  /**
   * How many texts a month, as said in the wording; unset: "How often varies".
   * @example 4
   */
  readonly textsPerMonth?: number;
  /**
   * The store's name in the submission.
   * @default the page's host name
   */
  readonly store?: string;
  /**
   * The signup's id: two on one page need two.
   * @default 'default'
   */
  readonly id?: string;
  /**
   * What the store wants at all.
   * @default 'both'
   */
  readonly collect?: 'both' | 'email' | 'phone';
  /**
   * Whether the email is asked for only when it is needed, as it is unless said otherwise, or always.
   */
  readonly ask?: 'when-needed' | 'always-email';
  /**
   * With `collect: 'phone'`: lets an unknown visitor leave a number without an email. Makes second profiles; off unless
   * you know why.
   * @default false
   */
  readonly allowPhoneOnly?: boolean;
  /**
   * Strengths of identifiers that make a visitor known besides `proof` and `token`.
   * @default []
   */
  readonly trust?: readonly Extract<Strength, 'guessable' | 'clear'>[];
  /**
   * Further issuers of identifiers: those that come with the package by name, others as data. `docs/providers.md` says
   * what each reads; the collector must link by an issuer (`linksBy`) for it to make anybody known.
   * @example ['klaviyo', 'mailchimp']
   */
  readonly identify?: readonly (Provider | ShippedProvider)[];
  /**
   * Scripts of the page that are told the email which a visitor has typed, once the collector has taken it and where the
   * page may store: by name, or functions of your own. Never an email that nobody typed, and never a number.
   * `docs/other-popups.md` says what each is told.
   * @example ['klaviyo']
   */
  readonly alsoIdentify?: readonly (ToldScript | ((person: { readonly email: string }) => void))[];
  /**
   * Hours that what could not be sent yet is kept in the browser, with what was typed in it: 24 unless said otherwise, at
   * most 168. `0` keeps it in the page alone.
   */
  readonly keepUnsent?: number;
  /** Hosts that your mails' links run through, so that coming from them is not taken for a public link. */
  readonly clickDomains?: readonly string[];
  /** An address that is asked what is on file for an identifier, at most once a tab session. */
  readonly lookup?: string;
  /** Own words. */
  readonly texts?: TextOptions;
  /** A coupon shown after the sign-up; `receipt`: only when the collector's answer brings one. */
  readonly coupon?: { readonly code?: string; readonly when: 'submitted' | 'receipt' };
  /** When it opens by itself; `manual`: only by `open()`. */
  readonly trigger?: TriggerOptions | 'manual';
  readonly frequency?: FrequencyOptions;
  readonly target?: TargetOptions;
  /**
   * Language of the popup, a BCP 47 tag.
   * @default the page's language
   */
  readonly locale?: string;
  /**
   * Country whose national numbers are understood, ISO 3166 alpha-2. A typed `+` always wins.
   * @default the region of the visitor's language
   */
  readonly country?: string;
  /**
   * Countries that the sender has a number for, ISO 3166 alpha-2. Elsewhere nobody is asked for a number, and one of another
   * country is not taken.
   * @default all
   */
  readonly smsCountries?: readonly string[];
  /** Query parameters that may stay in the page address of a submission. */
  readonly keepParameters?: readonly string[];
  /** Parameters that carry an email in clear; taken out of the address bar at once. */
  readonly emailParameters?: readonly string[];
  /** Marks submissions as tests. */
  readonly test?: boolean;
  /** Nonce for the fallback `<style>` where adopted style sheets are missing. */
  readonly nonce?: string;
  /** May add `context`, or answer `false` to stop the submission. */
  readonly beforeSubmit?: (submission: Submission) => Submission | false | undefined;
}
