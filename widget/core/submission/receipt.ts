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
  return {
    outcome: outcomes.find((o) => o === body.outcome) ?? 'unknown',
    // It is kept in a cookie and sent back: printable ASCII, as tokens are.
    ...(/^[\x21-\x7e]+$/.test(String(body.identity)) ? text('identity', body.identity, 1024) : {}),
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

type Json = { readonly [key: string]: unknown };

export function record(raw: unknown): Json {
  return typeof raw === 'object' && raw !== null ? (raw as Json) : {};
}

export function text<K extends string>(key: K, raw: unknown, limit: number): { [P in K]?: string } {
  return (typeof raw === 'string' && raw && raw.length <= limit ? { [key]: raw } : {}) as { [P in K]?: string };
}

function mode<K extends string>(key: K, raw: unknown): { [P in K]?: 'single' | 'double' } {
  return (raw === 'single' || raw === 'double' ? { [key]: raw } : {}) as { [P in K]?: 'single' | 'double' };
}
