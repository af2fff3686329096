import type { Reason } from '../core/ask/reasons.ts';

const barring: readonly Reason[] = ['paused', 'misconfigured'];

/** A pause and a broken installation keep it closed, even where the visitor asks for it. */
export function isBarred(reason: Reason): boolean {
  return barring.includes(reason);
}
