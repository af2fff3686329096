import type { FieldError, Receipt } from '../core/submission/answer.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import type { LinkKey } from '../link/types.ts';
import type { BotSign } from './check/botSign.ts';

/** What a relay needs. Everything secret comes from the environment of the server. */
export interface RelayOptions {
  /** Where to: the result of `klaviyo()`, or a platform of your own. */
  readonly platform: Platform;
  /** The widget's `store`: submissions of another one are refused. */
  readonly store: string;
  /** The origins whose pages may post, such as `https://shop.example`. Pages of others are answered 403. */
  readonly origins: readonly string[];
  /** How signed links and the identity of receipts are signed and checked. */
  readonly links: {
    /** The keys of signed links, the newest first: it signs the `identity` of receipts, all of them are accepted. */
    readonly keys: readonly LinkKey[];
    /**
     * The audience of links.
     * @default the store
     */
    readonly audience?: string | undefined;
  };
  /**
   * Keeps what looks like a bot's until somebody has checked it. It is written nowhere else, and answered `pending`
   * once this has settled; where it rejects, the browser sends it again with the same id. Marked tests are never held.
   * Without it nothing is judged: the relay has no place of its own, and who was told to wait would be lost.
   */
  readonly hold?: ((submission: Submission, why: BotSign) => void | Promise<void>) | undefined;
  /**
   * Milliseconds from the popup's opening to submitting, below which a sign-up is passed to `hold`; 0 checks the
   * honeypot only.
   * @default 1000
   */
  readonly minimumFill?: number | undefined;
  /**
   * Where answers are kept, by the submission's id: what comes again is answered from there, and nothing is done twice. Several
   * processes or isolates need one place for all of them. What is kept names nobody, and is of use for 30 days.
   * @default the memory of this process, which holds 10,000
   */
  readonly memory?: AnswerMemory | undefined;
  /**
   * How the platform is reached.
   * @default the global fetch
   */
  readonly fetch?: typeof fetch | undefined;
  /** Hears of every submission that could not be taken, or remembered, through no fault of the visitor. It is told nothing personal. */
  readonly onError?: ((failure: RelayFailure) => void) | undefined;
  /**
   * The clock, in milliseconds since 1970.
   * @default Date.now
   */
  readonly now?: (() => number) | undefined;
}

/** Keeps texts by a name: a table, a bucket, a key-value store. */
export interface AnswerMemory {
  /** The text kept by this name; undefined where there is none. */
  get(id: string): string | undefined | Promise<string | undefined>;
  /** Keeps a text by a name, in place of a former one. A promise is waited for. */
  set(id: string, answer: string): unknown;
}

/** Takes a request as the web's standards have it, and always answers. */
export type Relay = (request: Request) => Promise<Response>;

/**
 * What went wrong, in codes that are safe to log.
 *
 * - `platform.rate-limited`: the account's limit is reached; answered 429
 * - `platform.unavailable`: no answer, or one of 5xx; answered 503
 * - `platform.unauthorized`: the key is wrong or lacks a scope; answered 503, for nothing should be lost until that is mended
 * - `platform.refused`: the platform did not take a request for a reason that is not the visitor's; answered 503
 * - `platform.conflict`: somebody else wrote the same person at the same moment; answered 503, the next try will see it
 * - `relay.fault`: a defect of the relay; answered 500. Or `memory` failed after the platform took it; answered as taken
 */
export interface RelayFailure {
  /** What went wrong. */
  readonly code:
    | 'platform.rate-limited'
    | 'platform.unavailable'
    | 'platform.unauthorized'
    | 'platform.refused'
    | 'platform.conflict'
    | 'relay.fault';
  /** The platform's status, where it answered. */
  readonly status?: number | undefined;
  /** What was being done: `find`, `profile`, `merge`, `event`, `subscribe`, `list`. */
  readonly step?: string | undefined;
}

/** A vendor's server API. */
export interface Platform {
  /** The vendor’s name. */
  readonly name: string;
  /**
   * Writes one submission, and returns the outcome.
   *
   * @throws PlatformError where it may be tried again
   */
  take(task: RelayTask): Promise<RelayResult>;
}

/** A checked submission, and what the relay found out about it. */
export interface RelayTask {
  /** What was posted; its shape, texts and consents were checked. */
  readonly submission: Submission;
  /** The email: typed, or of the claim. It is unproven. */
  readonly email: string | undefined;
  /** Whom genuine tokens of this store name. */
  readonly named: readonly NamedSubject[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** How the platform is reached. */
  readonly fetch: typeof fetch;
}

/** Whom a genuine token names. */
export interface NamedSubject {
  /**
   * `subject`: what a link of a mail was minted for. `profile`: the platform's own id, from the identity of a receipt, which says no
   * more than what was typed to get it.
   */
  readonly by: 'subject' | 'profile';
  /** The id itself. */
  readonly id: string;
}

/** What came of a submission. */
export type RelayResult =
  | {
      readonly kind: 'taken';
      /**
       * The platform's own id of the person; the relay seals it before anybody sees it. Without it the receipt has no identity: of a
       * number alone, on file or not, for it would let anybody who types one change that profile.
       */
      readonly profileId?: string | undefined;
      readonly receipt: Required<Pick<Receipt, 'outcome' | 'subscribed' | 'optIn'>>;
    }
  /** The person is unknown. */
  | { readonly kind: 'ask-email' }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] };
