import type { Adapter } from '../adapters/adapter.ts';
import type { Provider } from '../providers/provider.ts';
import type { ShippedProvider } from '../providers/shipped.ts';
import type { Region, Sender, SignupOptions, StorageMode, TextOptions } from './options.ts';

/** The options, complete. `options.ts` says what each means. */
export interface GivenSettings {
  readonly id: string;
  /** An adapter of the npm module stands here whole. */
  readonly collector: { readonly url: string; readonly linksBy: readonly string[] } & Partial<Adapter>;
  /** The adapter that the script tag names, instead of a collector. Only `adapterSettings.ts` and `deliverTo.ts` read it. */
  readonly to?: unknown;
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
  /** As it was given: a text where an attribute says it. Only `alsoIdentify.ts` reads it. */
  readonly alsoIdentify?: unknown;
  /** As it was given. Only `submission.ts` reads it. */
  readonly keepUnsent?: unknown;
  readonly clickDomains: readonly string[];
  readonly lookup?: string;
  readonly texts?: TextOptions;
  readonly coupon?: { readonly code?: string; readonly when: 'submitted' | 'receipt' };
  /** As they were given, texts where attributes say them: only the popup's lazy parts read these. */
  readonly layout?: unknown;
  readonly into?: unknown;
  readonly layer?: unknown;
  readonly teaser?: unknown;
  readonly theme?: unknown;
  readonly steps?: unknown;
  readonly fields?: unknown;
  readonly wording?: unknown;
  readonly variants?: unknown;
  readonly measure?: unknown;
  readonly trigger: {
    readonly delay: number;
    readonly manual: boolean;
    /** As they were given: `core/trigger/` reads them. */
    readonly scroll?: unknown;
    readonly exit?: unknown;
    readonly click?: unknown;
    readonly pages?: unknown;
    readonly when?: unknown;
  };
  readonly frequency: { readonly quietDays: number; readonly maxShows: number; readonly afterSignup: number };
  readonly target: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  readonly locale?: string;
  readonly country?: string;
  /** As they were given, texts where attributes say them. */
  readonly smsCountries?: unknown;
  readonly keepParameters?: unknown;
  readonly emailParameters: readonly string[];
  readonly test: boolean;
  readonly nonce?: string;
  readonly beforeSubmit?: SignupOptions['beforeSubmit'];
}

/** The options, complete and checked: what the rest of the code reads. */
export interface Settings extends GivenSettings {
  /** Something that nothing can be shown without is missing. */
  readonly isMisconfigured: boolean;
}
