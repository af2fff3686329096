import type { Adapter } from '../adapters/adapter.ts';
import type { RawTrigger } from '../core/trigger/moments.ts';
import type { Provider } from '../providers/provider.ts';
import type { ShippedProvider } from '../providers/shipped.ts';
import type { Region, Sender, SignupOptions, StorageMode, TextOptions } from './options.ts';

declare const unread: unique symbol;

/** Only its presence can be checked; its reader gets it from `RawOptions`. */
export interface Unread {
  readonly [unread]: true;
}

/** The options that have exact types, complete. `options.ts` says what each means. */
export interface GivenSettings {
  readonly id: string;
  /** An adapter of the npm module is here as it is. */
  readonly collector: { readonly url: string; readonly linksBy: readonly string[] } & Partial<Adapter>;
  readonly store: string;
  readonly brand: string;
  readonly terms: string;
  readonly privacy: string;
  readonly storage: StorageMode;
  readonly region?: Region;
  readonly sender?: Sender;
  readonly textsPerMonth?: number;
  readonly collect: 'both' | 'email' | 'phone';
  readonly ask?: 'when-needed' | 'always-email';
  readonly allowPhoneOnly: boolean;
  readonly trust: readonly ('guessable' | 'clear')[];
  readonly identify: readonly (Provider | ShippedProvider)[];
  readonly clickDomains: readonly string[];
  readonly lookup?: string;
  readonly texts?: TextOptions;
  readonly coupon?: { readonly code?: string; readonly when: 'submitted' | 'receipt' };
  /** What these ask for is fetched where they are there; some of them the entry script asks too. */
  readonly to?: Unread;
  readonly smsCountries?: Unread;
  readonly into?: Unread;
  readonly teaser?: Unread;
  readonly theme?: Unread;
  readonly fields?: Unread;
  readonly wording?: Unread;
  readonly variants?: Unread;
  readonly alsoIdentify?: Unread;
  readonly config?: Unread;
  readonly trigger: { readonly delay: number; readonly manual: boolean };
  readonly frequency: { readonly quietDays: number; readonly maxShows: number; readonly afterSignup: number };
  readonly target: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  readonly locale?: string;
  readonly country?: string;
  readonly emailParameters: readonly string[];
  readonly test: boolean;
  readonly nonce?: string;
  readonly beforeSubmit?: SignupOptions['beforeSubmit'];
}

/**
 * The other members of the same object, as they were given: anything, and texts where attributes say them. Completing
 * them would cost the entry script bytes, so each lazy part reads its own into exact types. A reader gets `RawOptions`,
 * and settings are passed to it as they are; nothing else should look at these.
 */
export interface RawOptions {
  /** Read in `setup/readSetupOptions.ts`. The adapter that the script tag names instead of a collector is sending's too. */
  readonly to?: unknown;
  readonly smsCountries?: unknown;
  readonly config?: unknown;
  /** Read in `sending/readSendingOptions.ts`. */
  readonly keepUnsent?: unknown;
  readonly keepParameters?: unknown;
  /** Read in `popup/readPopupOptions.ts`. */
  readonly layout?: unknown;
  readonly into?: unknown;
  readonly layer?: unknown;
  readonly teaser?: unknown;
  readonly steps?: unknown;
  readonly measure?: unknown;
  /** Read in the file that is fetched for it. */
  readonly theme?: unknown;
  readonly fields?: unknown;
  readonly wording?: unknown;
  readonly variants?: unknown;
  readonly alsoIdentify?: unknown;
  /** Read in `core/trigger/`. */
  readonly trigger: RawTrigger;
}

/** The options, complete and checked: what the rest of the code reads. */
export interface Settings extends GivenSettings {
  /** Something that nothing can be shown without is missing. */
  readonly isMisconfigured: boolean;
}
