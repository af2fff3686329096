// Each fact of an option stands in one place: its public type, what it means and its documented default here; what it must be,
// for the check, in `table.ts`; its default, where the entry script needs one, in `defaults.ts` (`table.test.ts` compares it
// with the documented one); its type inside in `settings.ts`. Options without a default there are read by lazy code, which
// gives them theirs: `popup/readPopupOptions.ts`, `setup/readSetupOptions.ts`, `sending/readSendingOptions.ts`,
// `core/trigger/`, `core/theme/readTheme.ts`, `core/flow/extraFields.ts`, `core/variant/readVariants.ts`.

import type { Adapter } from '../adapters/adapter.ts';
import type { Ask } from '../core/ask/reasons.ts';
import type { Strength } from '../core/identity/evidence.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import type { Provider } from '../providers/provider.ts';
import type { ShippedProvider } from '../providers/shipped.ts';
import type { ToldScript } from '../providers/toldScripts.ts';

/** The region whose rules the consent text follows. Chosen by the owner, never guessed from a number. */
export type Region = 'us' | 'ca' | 'uk' | 'eu' | 'au';

/** What the owner says about the permission to store. */
export type StorageMode = 'allowed' | 'banner' | 'none';

/** The texts of one ask that the owner may change. The consent text is not among them. */
export interface Texts {
  /** The dialog's heading, which is also its name. */
  readonly heading?: string | undefined;
  /** The sentence below the heading. */
  readonly body?: string | undefined;
  /** The button. */
  readonly button?: string | undefined;
  /** The sentence after a sign-up that the collector confirmed. */
  readonly success?: string | undefined;
}

/** Texts for every ask, and texts for a single ask, which win. */
export type TextOptions = Texts & { readonly [K in Exclude<Ask, 'nothing'>]?: Texts | undefined } & {
  /** Words for one language (BCP 47), which win over those for all. */
  readonly languages?: Readonly<Record<string, Omit<TextOptions, 'languages'>>> | undefined;
};

/** A collector of your own that speaks protocol v1. */
export interface CollectorOptions {
  /** Where submissions are posted. http(s), or a path of this site. */
  readonly url: string;
  /**
   * What the collector can find a person by: `email`, `phone`, and the issuers whose ids it understands.
   * @default ['own', 'email', 'phone']
   */
  readonly linksBy?: readonly string[] | undefined;
}

/** Who sends the texts. Canada's law asks for the name, the postal address and a way to get in touch. */
export interface Sender {
  /** The name of the business, as the law knows it. */
  readonly name: string;
  /** Its postal address, in one line. */
  readonly address: string;
  /** An email address, a phone number or a web address. */
  readonly contact: string;
}

/**
 * When the popup opens by itself. Of `delay`, `scroll`, `exit` and `click` whatever happens first opens it; what is not
 * named does not, except for `delay` where none is named. Everything under `when` and `pages` must hold besides.
 */
export interface TriggerOptions {
  /**
   * Milliseconds after the decision.
   * @default 3000, where no other moment is named
   */
  readonly delay?: number | undefined;
  /**
   * Per cent of the page's scrolling that is done, above 0. A page that cannot be scrolled waits for the other moments.
   */
  readonly scroll?: number | undefined;
  /** The visitor is about to leave: the pointer leaves by the top, or a quick scroll back up on a touch screen. */
  readonly exit?: boolean | undefined;
  /** A CSS selector: a click on such an element opens it, even in a quiet period, because the visitor asked for it. */
  readonly click?: string | undefined;
  /** Pages of this visit seen, this one included. */
  readonly pages?: number | undefined;
  /** What must hold besides, for the popup to open by itself. */
  readonly when?: TriggerConditions | undefined;
  /**
   * How often it opens by itself: once on each `page`, a route of an app being one, or once in a `visit`, which is as long as
   * the tab where the page may store. Unless said, once each time a page is loaded, which for an app is the visit.
   */
  readonly once?: 'page' | 'visit' | undefined;
}

/** What must hold for the popup to open by itself. In texts `*` stands for any text, and case does not matter. */
export interface TriggerConditions {
  /** The landing address's query has it: `utm_source=newsletter`, or the name alone. One of them is enough. */
  readonly query?: readonly string[] | undefined;
  /** Host names that the visit came from, with their subdomains; `direct` for none. One of them is enough. */
  readonly referrer?: readonly string[] | undefined;
  /** How the visitor points: on a touch screen, or with a mouse or the like. */
  readonly device?: 'touch' | 'pointer' | undefined;
  /** Whether this browser remembers an earlier visit. Where the page may not store, everybody is new. */
  readonly visitor?: 'new' | 'returning' | undefined;
  /**
   * Opens on the page that a search engine led to, on a small screen too, where search engines mark down popups.
   * @default false
   */
  readonly search?: boolean | undefined;
}

/** How often the popup may open by itself. */
export interface FrequencyOptions {
  /**
   * Days of quiet after the visitor closed it.
   * @default 30
   */
  readonly quietDays?: number | undefined;
  /**
   * How many times it may open by itself before it is quiet for `quietDays`.
   * @default 3
   */
  readonly maxShows?: number | undefined;
  /**
   * Days of quiet after a sign-up, even where there is more to ask.
   * @default 7
   */
  readonly afterSignup?: number | undefined;
}

/** The ready themes. */
export type ThemeName = 'plain' | 'warm' | 'night';

/** The owner's brand. Colours as CSS writes them; text colours that are hard to read are repaired, and the notice says so. */
export interface ThemeOptions {
  /**
   * The ready theme that everything not named here is taken from.
   * @default 'plain'
   */
  readonly preset?: ThemeName | undefined;
  /** Buttons, links and focus. */
  readonly accent?: string | undefined;
  /** The popup’s background. */
  readonly surface?: string | undefined;
  /** The text on it. */
  readonly text?: string | undefined;
  /** Pixels. */
  readonly radius?: number | undefined;
  /**
   * CSS `font-family`.
   * @default the page's
   */
  readonly font?: string | undefined;
  /** Address of a picture above the text; it is decoration unless `pictureText` says what it shows. */
  readonly picture?: string | undefined;
  /** What the picture shows, for those who cannot see it. */
  readonly pictureText?: string | undefined;
  /**
   * Where a flyout stands: at the side of a line's start or end; `bar` is the whole foot of the window, `panel` the whole height of
   * its end, on a small screen a flyout. The teaser stands at the same side, and at the end for these two.
   * @default 'end'
   */
  readonly position?: 'start' | 'end' | 'bar' | 'panel' | undefined;
  /**
   * Light or dark; `auto` follows the visitor’s system while the popup is open.
   * @default 'auto'
   */
  readonly scheme?: 'light' | 'dark' | 'auto' | undefined;
}

/** The layout: `auto` is a dialog where there is room, and a flyout at the foot of a small screen. */
export type Layout = 'auto' | 'modal' | 'flyout' | 'inline';

/** An extra field of the form. */
export interface FieldOption {
  /** As it is called in the submission's `contact.fields`. */
  readonly name: string;
  /** What is asked: a first name, a birthday (day and month), one of `choices`, or a line of text. */
  readonly type: 'firstName' | 'birthday' | 'choice' | 'text';
  /** Needed for `choice` and `text`; by language where it is a group. */
  readonly label?: string | Readonly<Record<string, string>> | undefined;
  /** Of `choice`: value and label. */
  readonly choices?: Readonly<Record<string, string>> | undefined;
  /**
   * Whether the form cannot be sent without it.
   * @default false
   */
  readonly required?: boolean | undefined;
}

/** What one share of the visitors sees instead. */
export interface VariantOptions {
  /** Weight against the other variants. */
  readonly share: number;
  /** Texts of this variant; where it names none, those of the signup stay. */
  readonly texts?: TextOptions | undefined;
  /** In place of the signup’s `layout`. */
  readonly layout?: Layout | undefined;
  /** In place of the signup’s `theme`. */
  readonly theme?: ThemeOptions | ThemeName | undefined;
  /** In place of the signup’s `steps`. */
  readonly steps?: 'one' | 'two' | undefined;
  /** In place of the signup’s `coupon`. */
  readonly coupon?: SignupOptions['coupon'] | undefined;
  /** These visitors see no popup by itself: what would have happened without one. */
  readonly isHoldout?: boolean | undefined;
}

/** The owner's consent text in one language. It must contain everything that the region asks for. */
export interface OwnWording {
  /** Changes whenever a word does: it is recorded with each consent. */
  readonly version: string;
  /** Slots: `{brand}`, `{frequency}`, `{sender}`, `{terms}`, `{privacy}`; the last two become links. */
  readonly sms: string;
  /** The same for a number already known: `{number}`. */
  readonly smsNamed: string;
  /** The small print below the box for texts, with the same slots. */
  readonly smsPrint: string;
  /** The label of the box for mails, or the sentence at the button; the same slots. */
  readonly email: string;
  /** The small print for mails, with the same slots. */
  readonly emailPrint: string;
  /** What the link to the terms says. */
  readonly terms: string;
  /** What the link to the privacy policy says. */
  readonly privacy: string;
}

/** Where the popup may open by itself: paths, each with everything below it; `*` stands for any text. */
export interface TargetOptions {
  /**
   * Only on these paths.
   * @default ['*']
   */
  readonly include?: readonly string[] | undefined;
  /**
   * Never on these paths.
   * @default cart, checkout and account pages of the common shop systems
   */
  readonly exclude?: readonly string[] | undefined;
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
  readonly storage?: StorageMode | undefined;
  /** The region whose rules the consent text follows; unset: the strictest rules. */
  readonly region?: Region | undefined;
  /** Named in the consent text; required for `region: 'ca'`. */
  readonly sender?: Sender | undefined;
  /**
   * How many texts a month, as stated in the consent text; unset: "How often varies".
   * @example 4
   */
  readonly textsPerMonth?: number | undefined;
  /**
   * The store's name in the submission.
   * @default the page's host name
   */
  readonly store?: string | undefined;
  /**
   * The signup's id: two on one page need two.
   * @default 'default'
   */
  readonly id?: string | undefined;
  /**
   * What the store wants at all.
   * @default 'both'
   */
  readonly collect?: 'both' | 'email' | 'phone' | undefined;
  /**
   * Whether the email is asked for only when it is needed, as it is unless said otherwise, or always.
   */
  readonly ask?: 'when-needed' | 'always-email' | undefined;
  /**
   * With `collect: 'phone'`: lets an unknown visitor leave a number without an email. Makes second profiles; off unless
   * you know why.
   * @default false
   */
  readonly allowPhoneOnly?: boolean | undefined;
  /**
   * Strengths of identifiers that make a visitor known besides `proof` and `token`.
   * @default []
   */
  readonly trust?: readonly Extract<Strength, 'guessable' | 'clear'>[] | undefined;
  /**
   * Further issuers of identifiers: those that come with the package by name, others as data. `docs/providers.md` says
   * what each reads; the collector must link by an issuer (`linksBy`) for it to make anybody known.
   * @example ['klaviyo', 'mailchimp']
   */
  readonly identify?: readonly (Provider | ShippedProvider)[] | undefined;
  /**
   * Scripts of the page that get the email which a visitor has typed, once the collector has accepted it and where the
   * page may store: by name, or functions of your own. Never an email that nobody typed, and never a number.
   * `docs/other-popups.md` says what each is told.
   * @example ['klaviyo']
   */
  readonly alsoIdentify?: readonly (ToldScript | ((person: { readonly email: string }) => void))[] | undefined;
  /**
   * Hours that what could not be sent yet is kept in the browser, with what was typed in it: 24 unless said otherwise, at
   * most 168. `0` keeps it in the page alone.
   */
  readonly keepUnsent?: number | undefined;
  /** Hosts that your mails' links redirect through, so that a visit from them does not count as a public link. */
  readonly clickDomains?: readonly string[] | undefined;
  /** An address that is asked what is on file for an identifier, at most once a tab session. */
  readonly lookup?: string | undefined;
  /** Your own texts. */
  readonly texts?: TextOptions | undefined;
  /** A coupon shown after the sign-up; `receipt`: only when the collector's answer brings one. */
  readonly coupon?: { readonly code?: string | undefined; readonly when: 'submitted' | 'receipt' };
  /**
   * How the form is shown: over the page, at its edge, or in an element of it (`into`).
   * @default 'auto'
   */
  readonly layout?: Layout | undefined;
  /**
   * With `layout: 'inline'`: the element that contains it, or a CSS selector of it. The form waits until it is on the page; where a
   * framework puts another element in its place, a selector finds that one, and what was typed stays.
   */
  readonly into?: string | Element | undefined;
  /**
   * `page` draws it below the browser's top layer, for password managers whose lists land behind a dialog.
   * @default 'top'
   */
  readonly layer?: 'top' | 'page' | undefined;
  /** While a popup that was closed stays closed, a tab at the edge brings it back. */
  readonly teaser?: boolean | undefined;
  /** Colours, font and picture: a ready theme by name, or your own. */
  readonly theme?: ThemeOptions | ThemeName | undefined;
  /**
   * `two`: a stranger is asked for the email first and for the number after it; the email is sent even if the second step is
   * left out.
   * @default 'one'
   */
  readonly steps?: 'one' | 'two' | undefined;
  /** Extra fields of the form, in their order. None are asked unless named. */
  readonly fields?: readonly FieldOption[] | undefined;
  /** Your own consent text, by language (BCP 47); it is shown word for word and recorded as shown. */
  readonly wording?: Readonly<Record<string, OwnWording>> | undefined;
  /** Shares of the visitors, by name; each visitor keeps theirs. The name is in submissions and events. */
  readonly variants?: Readonly<Record<string, VariantOptions>> | undefined;
  /**
   * `dataLayer`: passes what happens to the popup on to `window.dataLayer` as well. `collector`: posts one anonymous count of each
   * page view to your collector, as it is left. `docs/measurement.md` says what. Off by default.
   */
  readonly measure?: 'dataLayer' | 'collector' | undefined;
  /** When it opens by itself; `manual`: only by `open()`. */
  readonly trigger?: TriggerOptions | 'manual' | undefined;
  /** How often it may open by itself. */
  readonly frequency?: FrequencyOptions | undefined;
  /** On which pages it may open by itself. */
  readonly target?: TargetOptions | undefined;
  /**
   * Language of the popup, a BCP 47 tag.
   * @default the page's language
   */
  readonly locale?: string | undefined;
  /**
   * Country whose national numbers are understood, ISO 3166 alpha-2. A typed `+` always wins.
   * @default of the region, the page's language, the visitor's time zone or the browser's languages, the first that says one
   */
  readonly country?: string | undefined;
  /**
   * Countries that the sender has a number for, ISO 3166 alpha-2, with their parts under the same calling code: `GB` reaches
   * Jersey, `US` Puerto Rico and never Canada. Elsewhere nobody is asked for a number, and one of another country is not taken.
   * @default all
   */
  readonly smsCountries?: readonly string[] | undefined;
  /** Query parameters that may stay in the page address of a submission. */
  readonly keepParameters?: readonly string[] | undefined;
  /** Parameters that carry an email in clear; stripped from the address bar at once. */
  readonly emailParameters?: readonly string[] | undefined;
  /** Marks submissions as tests. */
  readonly test?: boolean | undefined;
  /**
   * Address of a JSON file that you host, with how the popup looks, reads and when it opens by itself: `layout`, `layer`, `steps`,
   * `locale`, `theme`, `texts` and `delay`, `scroll` or `exit` of `trigger`. Whatever these options say themselves wins. The popup waits
   * two seconds for it at most, and comes without it where it is absent or broken.
   */
  readonly config?: string | undefined;
  /** Nonce for the fallback `<style>` where adopted style sheets are missing. */
  readonly nonce?: string | undefined;
  /** May add `context`, or answer `false` to stop the submission. */
  readonly beforeSubmit?: ((submission: Submission) => Submission | false | undefined) | undefined;
}
