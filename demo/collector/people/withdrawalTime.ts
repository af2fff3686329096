import type { Entry } from './entriesOf.ts';

/**
 * When a withdrawal takes its place in the ledger: when it was said, and not before a consent that was ticked earlier and
 * came in later, from a browser that could not send it.
 */
export function withdrawalTime(entries: readonly Pick<Entry, 'state' | 'at' | 'evidence'>[], saidAt: number): number {
  const outlived = entries
    .filter(({ state }) => state === 'granted' || state === 'pending')
    .filter(
      ({ at, evidence }) => Math.min(at.getTime(), evidence ? Date.parse(evidence.checkedAt) : at.getTime()) <= saidAt,
    )
    .map(({ at }) => at.getTime());
  return Math.max(saidAt, ...outlived);
}
