/** A bound on memory. */
const mostKeys = 100_000;
/** Milliseconds until a network is nobody new. */
const untilKnown = 10 * 60_000;
/** Milliseconds after which a network that was not heard of is new again. */
const untilForgotten = 7 * 24 * 60 * 60_000;

/**
 * Says how well a key is known: 0 where it is heard of for the first time, 1 from ten minutes later on. Where the memory is
 * full it is the newest that are not remembered, so a flood from many places does not push out whoever was there before.
 */
export function acquaintance(most = mostKeys): (key: string, now: number) => number {
  const seen = new Map<string, { readonly first: number; readonly last: number }>();
  let lookAgainAt = 0;
  return (key, now) => {
    const first = seen.get(key)?.first;
    if (first === undefined && seen.size >= most && now >= lookAgainAt) {
      for (const [other, { last }] of seen) if (now - last > untilForgotten) seen.delete(other);
      lookAgainAt = now + untilKnown;
    }
    if (first !== undefined || seen.size < most) seen.set(key, { first: first ?? now, last: now });
    return Math.min(1, Math.max(0, now - (first ?? now)) / untilKnown);
  };
}
