/** When the next try is due. */
export interface RetryPlan {
  /** Milliseconds from now. */
  readonly delay: number;
}

/** Tries while one page lives; the next page starts anew. */
export const mostTries = 6;

const base = 1_000;
const cap = 60_000;

/**
 * Exponential backoff with full jitter, capped; the collector's own word (`after`, seconds) is a floor.
 * `random` is in [0, 1). https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function planRetry(tries: number, random: number, after?: number): RetryPlan | undefined {
  if (tries >= mostTries) return undefined;
  const jittered = random * Math.min(cap, base * 2 ** tries);
  return { delay: Math.max(jittered, (after ?? 0) * 1_000) };
}
