import type { Memory } from '../memory/memory.ts';

/** How often the popup may open by itself. */
export interface Frequency {
  readonly quietDays: number;
  readonly maxShows: number;
  readonly afterSignup: number;
}

/** What in a browser's past keeps the popup closed, each with its end in seconds since 1970. */
export interface Quiet {
  /** The collector asked for it by a 410. */
  readonly paused: number;
  /** The visitor closed it. */
  readonly dismissed: number;
  /** It was shown often enough. */
  readonly capped: number;
  /** Something was given, and the answer was `pending` or `unknown`. */
  readonly askedLately: number;
  /** A sign-up was confirmed. */
  readonly signedUp: number;
}

const day = 86_400;

/** How far ahead a dismissal is dated by who has said "Already signed up?". Seconds. */
const saidAlready = 10 * 365 * day;

/**
 * Until when each thing keeps the popup closed; 0 where it does not. Anybody under the same domain may have written the memory:
 * a dismissal counts for the owner's quiet period from now at most, and "Already signed up?" for a year from when it was said.
 *
 * @param now seconds since 1970
 */
export function quietUntil({ seen, acknowledged }: Memory, frequency: Frequency, now: number): Quiet {
  const { dismissedAt = 0 } = seen;
  const after = (from: number | undefined, days: number) => (from ? from + days * day : 0);
  return {
    paused: seen.pausedUntil ?? 0,
    dismissed:
      dismissedAt > now + day ? after(dismissedAt - saidAlready, 365) : after(dismissedAt, frequency.quietDays),
    capped: seen.shown < frequency.maxShows ? 0 : after(seen.shownAt, Math.max(1, frequency.quietDays)),
    askedLately: after(acknowledged.askedAt, 30),
    signedUp: after(acknowledged.signedUpAt, frequency.afterSignup),
  };
}
