/** How the visitor takes their time. */
export type Speed = 'unhurried' | 'still' | 'quick';

/** Seconds since the start, after which the visitor hurries, and after which they no longer rest at all. */
const hurriesAfter = 10;
const restsUntil = 14;

/**
 * How long to rest, in milliseconds. A slow computer spends its time loading pages; what is left for resting shrinks so that
 * the journey is over in time.
 *
 * @param wanted milliseconds that would be taken with all the time in the world
 * @param elapsed seconds since the start
 */
export function restFor(wanted: number, elapsed: number, speed: Speed): number {
  if (speed === 'quick') return 0;
  if (elapsed <= hurriesAfter) return wanted;
  return Math.max(0, wanted * (1 - (elapsed - hurriesAfter) / (restsUntil - hurriesAfter)));
}

/** Milliseconds between two letters, so that no text takes longer than the visitor has. */
export function keystrokeFor(length: number, elapsed: number, speed: Speed): number {
  if (speed !== 'unhurried' || length === 0) return 0;
  return restFor(Math.min(55, 750 / length), elapsed, speed);
}
