import type { Ask, Subscribed } from '../ask/reasons.ts';
import { textOf } from '../textOf.ts';

/**
 * What the collector confirms: the identifier was verified, the submission was stored, it waits for something, or
 * nothing is known.
 */
export type Outcome = 'linked' | 'accepted' | 'pending' | 'unknown';

/** What a collector answers to a submission that it took. */
export interface Receipt {
  readonly outcome: Outcome;
  /** An opaque signed token for this person; remembered as an identifier of issuer `own`. */
  readonly identity?: string;
  readonly subscribed?: Subscribed;
  readonly optIn?: { readonly email?: 'single' | 'double'; readonly sms?: 'single' | 'double' };
  readonly coupon?: { readonly code: string; readonly text?: string };
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
  readonly code: string;
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
  readonly body: unknown;
  /** An HTML document: whatever sent it, it was no collector. */
  readonly isDocument?: boolean;
}

const outcomes: readonly Outcome[] = ['linked', 'accepted', 'pending', 'unknown'];

/** Reads an answer by the protocol's table. A body of any shape is survived; `now` in milliseconds. */
export function readAnswer(raw: RawAnswer, now: number): Answer {
  const { status } = raw;
  const body = record(raw.body);
  if (status >= 200 && status < 300 && raw.isDocument) return { kind: 'retry', isOdd: true };
  if (status >= 200 && status < 300) return { kind: 'taken', receipt: receiptFrom(body) };
  if (status === 409) return { kind: 'ask-again', ask: 'email+phone' };
  if (status === 410) return { kind: 'pause', seconds: clamp(body.pause, 86_400) };
  if (status === 400 || status === 422) {
    const errors = errorsFrom(body.errors);
    return errors.length > 0 ? { kind: 'invalid', errors } : { kind: 'error', status };
  }
  if (status === 429 || status >= 500) {
    const after = secondsFrom(raw.retryAfter, now);
    return after === undefined ? { kind: 'retry' } : { kind: 'retry', after };
  }
  return { kind: 'error', status };
}

/** `Retry-After` in both its forms, seconds or a date (RFC 9110 §10.2.3), as seconds from now. */
function secondsFrom(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(0, seconds), 86_400) : undefined;
}

function receiptFrom(body: Json): Receipt {
  const said = record(body.subscribed);
  const optIn = record(body.optIn);
  const coupon = record(body.coupon);
  return {
    outcome: outcomes.find((o) => o === body.outcome) ?? 'unknown',
    // It is kept in a cookie and sent back: printable ASCII, as tokens are.
    ...(/^[\x21-\x7e]+$/.test(textOf(body.identity)) ? text('identity', body.identity, 1024) : {}),
    ...(body.subscribed ? { subscribed: { email: said.email === true, sms: said.sms === true } } : {}),
    ...(body.optIn ? { optIn: { ...mode('email', optIn.email), ...mode('sms', optIn.sms) } } : {}),
    ...(typeof coupon.code === 'string' && coupon.code.length <= 60
      ? { coupon: { code: coupon.code, ...text('text', coupon.text, 300) } }
      : {}),
    ...(body.next === 'verify' ? { next: 'verify' as const } : {}),
    ...(body.onFile === true ? { onFile: true as const } : {}),
    ...text('hint', body.hint, 80),
  };
}

function errorsFrom(raw: unknown): FieldError[] {
  if (!Array.isArray(raw)) return [];
  return raw.slice(0, 20).flatMap((item) => {
    const { field, code, message } = record(item);
    if (typeof field !== 'string' || typeof code !== 'string') return [];
    return [{ field, code, ...text('message', message, 300) }];
  });
}

type Json = { readonly [key: string]: unknown };

function record(raw: unknown): Json {
  return typeof raw === 'object' && raw !== null ? (raw as Json) : {};
}

function text<K extends string>(key: K, raw: unknown, limit: number): { [P in K]?: string } {
  return (typeof raw === 'string' && raw && raw.length <= limit ? { [key]: raw } : {}) as { [P in K]?: string };
}

function mode<K extends string>(key: K, raw: unknown): { [P in K]?: 'single' | 'double' } {
  return (raw === 'single' || raw === 'double' ? { [key]: raw } : {}) as { [P in K]?: 'single' | 'double' };
}

function clamp(raw: unknown, fallback: number): number {
  return typeof raw === 'number' && raw >= 0 ? Math.min(raw, 30 * 86_400) : fallback;
}
