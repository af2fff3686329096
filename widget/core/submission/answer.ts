import type { Ask, Subscribed } from '../ask/reasons.ts';

/**
 * What the collector confirms: the identifier was verified, the submission was stored, it waits for something, or
 * nothing is known.
 */
export type Outcome = 'linked' | 'accepted' | 'pending' | 'unknown';

/** What a collector answers to a submission that it took. */
export interface Receipt {
  /** What became of the submission. */
  readonly outcome: Outcome;
  /** An opaque signed token for this person; remembered as an identifier of issuer `own`. */
  readonly identity?: string;
  /** What the person is subscribed to now. */
  readonly subscribed?: Subscribed;
  /** By channel: subscribed at once (`single`), or after a confirmation by mail or text (`double`). */
  readonly optIn?: { readonly email?: 'single' | 'double'; readonly sms?: 'single' | 'double' };
  /** The code to show, and a sentence beside it. */
  readonly coupon?: { readonly code: string; readonly text?: string };
  /** A code was texted, and the popup asks for it. */
  readonly next?: 'verify';
  /** Everything that was given was on file already; said of people whom a verified identifier names. */
  readonly onFile?: true;
  /** A masked email, `p•••@example.com`. */
  readonly hint?: string;
}

/** A field that the collector did not accept. */
export interface FieldError {
  /** `contact.email`, `contact.phone`, `consents` ... */
  readonly field: string;
  /** A stable code, such as `phone.refused`. */
  readonly code: string;
  /** A sentence for the visitor, shown in place of the popup’s own. */
  readonly message?: string;
}

/** What an answer means for the widget; one kind a row of the protocol's table. */
export type Answer =
  | { readonly kind: 'taken'; readonly receipt: Receipt }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
  | { readonly kind: 'ask-again'; readonly ask: Ask }
  | { readonly kind: 'pause'; readonly seconds: number }
  /** Worth another try; `after` in seconds where the collector named it. `isOdd`: it was a page, and no answer. `most`:
   * tries in all, where more would rather double than deliver. */
  | { readonly kind: 'retry'; readonly after?: number; readonly isOdd?: true; readonly most?: number }
  | { readonly kind: 'error'; readonly status: number };

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  /** Parsed JSON, or undefined where the body is none. */
  readonly body: unknown;
  /** An HTML document: whatever sent it, it was no collector. */
  readonly isDocument?: boolean;
}
