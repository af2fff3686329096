import { compact } from '../compact.ts';
import type { Outcome, RawAnswer, Receipt } from './answer.ts';

const outcomes: readonly Outcome[] = ['linked', 'accepted', 'pending', 'unknown'];

/** The receipt that an answer is, in a body of any shape; undefined where the submission was not taken. */
export function readReceipt({ status, body, isDocument }: RawAnswer): Receipt | undefined {
  return status >= 200 && status < 300 && !isDocument ? receiptFrom(record(body)) : undefined;
}

function receiptFrom(body: Json): Receipt {
  const said = record(body.subscribed);
  const optIn = record(body.optIn);
  const coupon = record(body.coupon);
  const { code } = coupon;
  const identity = text(body.identity, 1024);
  return compact<Receipt>({
    outcome: outcomes.find((o) => o === body.outcome) ?? 'unknown',
    // It is kept in a cookie and sent back: printable ASCII, as tokens are.
    identity: identity && /^[\x21-\x7e]+$/.test(identity) ? identity : undefined,
    subscribed: body.subscribed ? { email: said.email === true, sms: said.sms === true } : undefined,
    optIn: body.optIn ? { email: mode(optIn.email), sms: mode(optIn.sms) } : undefined,
    coupon: typeof code === 'string' && code.length <= 60 ? { code, text: text(coupon.text, 300) } : undefined,
    next: body.next === 'verify' ? 'verify' : undefined,
    onFile: body.onFile === true ? true : undefined,
    hint: text(body.hint, 80),
  });
}

type Json = { readonly [key: string]: unknown };

export function record(raw: unknown): Json {
  return typeof raw === 'object' && raw !== null ? (raw as Json) : {};
}

export function text(raw: unknown, limit: number): string | undefined {
  return typeof raw === 'string' && raw && raw.length <= limit ? raw : undefined;
}

function mode(raw: unknown): 'single' | 'double' | undefined {
  return raw === 'single' || raw === 'double' ? raw : undefined;
}
