/** When the next try is due. */
export interface RetryPlan {
  /** Milliseconds from now. */
  readonly delay: number;
}

/** Tries of one submission, over all pages; at the waits below they last for half a day at least. */
export const mostTries = 60;

const base = 1_000;
const cap = 15 * 60_000;

/**
 * Exponential backoff with full jitter, capped; the collector's own word (`after`, seconds) is a floor, of a day at most.
 * `tries` counts the failed ones before the last; `random` is in [0, 1). https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function planRetry(tries: number, random: number, after?: number): RetryPlan | undefined {
  if (tries + 1 >= mostTries) return undefined;
  const jittered = random * Math.min(cap, base * 2 ** tries);
  return { delay: Math.max(jittered, Math.min(after ?? 0, 86_400) * 1_000) };
}
