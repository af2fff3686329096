import type { Ping } from '../ports.ts';

/** What came of asking whether the collector answers. */
export type CollectorState =
  /** There is no address, or it has not been asked yet. */
  | { readonly kind: 'unasked' }
  | { readonly kind: 'answers' }
  /** A status that no collector gives to a submission. */
  | { readonly kind: 'status'; readonly status: number }
  /** HTML. */
  | { readonly kind: 'page' }
  /** By the page's Content-Security-Policy. */
  | { readonly kind: 'blocked' }
  /** It is there, but CORS keeps its answer from this page. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'unreachable' };

/** Reads the result of a ping; anything that a collector may answer to a submission counts as an answer. */
export function stateOf(ping: Ping): CollectorState {
  if (ping.kind !== 'answered') return ping;
  const { status, contentType } = ping;
  if (status < 400 && /text\/html/i.test(contentType)) return { kind: 'page' };
  const isOdd = status === 401 || status === 403 || status === 404 || status === 405;
  return isOdd ? { kind: 'status', status } : { kind: 'answers' };
}
