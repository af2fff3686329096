import type { Reason } from '../core/ask/reasons.ts';

/** A pause and a broken installation keep it closed, even where the visitor asks for it. */
export function isBarred(reason: Reason): boolean {
  return reason === 'paused' || reason === 'misconfigured';
}
