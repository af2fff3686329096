import type { Answer } from '../core/submission/answer.ts';
import type { Consent, Submission } from '../core/submission/submission.gen.ts';

/** What a way to a platform can do: data, so that the ask can go by it before any code of the adapter is fetched. */
export interface Manifest {
  /** As `data-to` names it. */
  readonly name: string;
  /** What it can find a person by: `email`, `phone`, and issuers of opaque ids. */
  readonly linksBy: readonly string[];
  /** Whether a number on file can be changed through it, and not only a missing one added. */
  readonly replacesPhone: boolean;
  /** Whether its answer says what really happened. Where it does not, the outcome is `unknown`. */
  readonly confirms: boolean;
  /** Whether the text of a consent is stored with the person. */
  readonly keepsProof: boolean;
  /** Whether it accepts submissions that are marked as tests. If not, they are answered without being sent. */
  readonly takesTests: boolean;
  /** Whether it passes on the owner's extra fields. Where it says `false` they are not asked. */
  readonly carriesFields?: boolean;
}

/** What an extra field is for, as the option `fields` says. */
export type FieldType = 'firstName' | 'birthday' | 'choice' | 'text';

/** The consents of a submission that were given, each for the very address or number that it carries. */
export interface Granted {
  /** The consent to mails, for the address of this submission. */
  readonly email?: Consent;
  /** The consent to texts, for the number of this submission. */
  readonly sms?: Consent;
}

/** What an adapter may use of the page. */
export interface AdapterTools {
  /** What may be subscribed, and nothing else. */
  readonly granted: Granted;
  /** Sends one request. A network failure or a timeout rejects; every answer is an answer. */
  send(request: AdapterRequest): Promise<AdapterAnswer>;
  /** Posts a submission as protocol v1 has it. */
  post(url: string, submission: Submission): Promise<Answer>;
  /** What a refusal means that says nothing of a field: 429 and 5xx are tried again, all else is an error. */
  refused(answer: AdapterAnswer): Answer;
  /** Reads a first-party cookie; nothing where the permission to store is not there. */
  cookie(name: string): string | undefined;
  /** The type of an extra field of `contact.fields`; of one that the options do not name any more, by its name. */
  fieldType(name: string): FieldType;
  /** `JSON.stringify` that ignores a `toJSON` which an old library has given to texts, numbers and lists. */
  toJson(value: unknown): string;
  /** The page's globals. */
  readonly page: { readonly [name: string]: unknown };
  /**
   * Waits for a vendor's own script: a global of the page, or what `find` answers. Looked for whenever a script of the page
   * has loaded, and given up after ten seconds, with a rejection: then the submission is kept and tried again.
   */
  script<T>(find: (page: { readonly [name: string]: unknown }) => T | undefined): Promise<T>;
}

/** A POST to the vendor, without cookies. It is given up after ten seconds. */
export interface AdapterRequest {
  /** Where to, https. */
  readonly url: string;
  /** Further headers, by name. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What is posted. */
  readonly body: string | URLSearchParams;
  /** `no-cors`: what comes back cannot be read, and has status 0. */
  readonly mode?: 'cors' | 'no-cors';
}

/** What the vendor answered. */
export interface AdapterAnswer {
  /** 0 for an answer that may not be read. */
  readonly status: number;
  /** Null as well where the vendor does not let a page read that header. */
  header(name: string): string | null;
  /** Parsed JSON; undefined where the body is no JSON. */
  readonly body: unknown;
}

/** An answer, or that it is worth another try, of `most` in all. */
export type AdapterOutcome = Answer | { readonly kind: 'retry'; readonly after?: number; readonly most?: number };

/** What makes an adapter: see `defineAdapter`. */
export interface AdapterParts {
  /** What this way to the platform can do. */
  readonly manifest: Manifest;
  /** Which account it delivers to, so that an unsent submission goes where it was meant to: `AbC123`. */
  readonly account?: string;
  /** What the owner gave, for the check of options. */
  readonly options?: Readonly<Record<string, unknown>>;
  /**
   * Delivers one submission and returns the outcome, in the protocol's terms. The submission has been limited already
   * to what the adapter may know: no number without its consent, no identifier that it does not link by, none at all
   * where identity is disputed. A rejection counts as a network failure: the submission is kept and tried again, under
   * the same id.
   */
  deliver(submission: Submission, tools: AdapterTools): Promise<AdapterOutcome>;
}

/** Delivers submissions in a vendor's own shapes. It can replace the address of a collector. */
export interface Adapter extends AdapterParts {
  /** What it is called in the outbox: `klaviyo:AbC123`. */
  readonly url: string;
  /** As in its manifest, unless the owner says otherwise. */
  readonly linksBy: readonly string[];
}
