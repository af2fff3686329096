import type { Answer, FieldError, RawAnswer } from './answer.ts';
import { readReceipt, record, text } from './receipt.ts';

/** Reads an answer by the protocol's table. A body of any shape is survived; `now` in milliseconds. */
export function readAnswer(raw: RawAnswer, now: number): Answer {
  const { status } = raw;
  const body = record(raw.body);
  const receipt = readReceipt(raw);
  if (receipt) return { kind: 'taken', receipt };
  if (status >= 200 && status < 300) return { kind: 'retry', isOdd: true };
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

function errorsFrom(raw: unknown): FieldError[] {
  if (!Array.isArray(raw)) return [];
  return raw.slice(0, 20).flatMap((item) => {
    const { field, code, message } = record(item);
    if (typeof field !== 'string' || typeof code !== 'string') return [];
    const said = text(message, 300);
    return [{ field, code, ...(said ? { message: said } : {}) }];
  });
}

function clamp(raw: unknown, fallback: number): number {
  return typeof raw === 'number' && raw >= 0 ? Math.min(raw, 30 * 86_400) : fallback;
}
