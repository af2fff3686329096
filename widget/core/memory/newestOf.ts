import type { Memory } from './memory.ts';

/**
 * One memory of several that were kept side by side: what was seen and what was acknowledged each as the newest of them has
 * it. A refusal counts wherever it was noted.
 */
export function newestOf(copies: readonly Memory[]): Memory {
  const seen = newest(copies, ({ seen: s }) => [
    s.visitedAt,
    s.shownAt,
    s.teaserClosedAt,
    s.dismissedAt,
    ...times(s.identifiers),
  ]).seen;
  const { acknowledged } = newest(copies, ({ acknowledged: a }) => [
    a.askedAt,
    a.signedUpAt,
    ...times(a.identifiers),
    ...times(a.consents),
  ]);
  return { seen: { ...seen, refused: [...new Set(copies.flatMap((copy) => copy.seen.refused))] }, acknowledged };
}

const times = (list: readonly { readonly at: number }[]) => list.map(({ at }) => at);

function newest(copies: readonly Memory[], timesOf: (memory: Memory) => readonly (number | undefined)[]): Memory {
  const of = (memory: Memory) => Math.max(0, ...timesOf(memory).map((at) => at ?? 0));
  return [...copies].sort((a, b) => of(b) - of(a))[0] as Memory;
}
