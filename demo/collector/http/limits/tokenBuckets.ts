/** A bound on memory. Whoever was not heard of longest is forgotten first, and starts with a full bucket again. */
const mostKeys = 100_000;

interface Bucket {
  readonly tokens: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * Takes one token.
 *
 * @param kept how many tokens this client has to leave for others
 * @returns 0, or after how many seconds there is one
 */
export type TakeToken = (key: string, now: number, kept?: number) => number;

/** Counts per key: a bucket holds what a minute allows and fills evenly, so that a burst passes and a flood does not. */
export function tokenBuckets(perMinute: number, most = mostKeys): TakeToken {
  const perMillisecond = perMinute / 60_000;
  const buckets = new Map<string, Bucket>();
  return (key, now, kept = 0) => {
    const { tokens: before, at } = buckets.get(key) ?? { tokens: perMinute, at: now };
    const tokens = Math.min(perMinute, before + Math.max(0, now - at) * perMillisecond);
    const isTaken = tokens >= 1 + kept;
    // Taken out and put in again: a map keeps the order of insertion.
    buckets.delete(key);
    buckets.set(key, { tokens: isTaken ? tokens - 1 : tokens, at: now });
    for (const oldest of buckets.keys()) {
      if (buckets.size <= most) break;
      buckets.delete(oldest);
    }
    return isTaken ? 0 : Math.ceil((1 + kept - tokens) / perMillisecond / 1000);
  };
}
