/** A share of so many. */
export interface Share {
  readonly of: number;
  readonly times: number;
}

/** Of the normal distribution, two-sided: 95 %, and a power of 80 %. */
const z95 = 1.959964;
const z80 = 0.841621;

/** Where a share lies with 95 % (Wilson 1927: https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval). */
export function shareInterval({ of, times }: Share): readonly [low: number, high: number] {
  if (of === 0) return [0, 1];
  const p = times / of;
  const scale = 1 + z95 ** 2 / of;
  const middle = (p + z95 ** 2 / (2 * of)) / scale;
  const half = (z95 * Math.sqrt((p * (1 - p)) / of + z95 ** 2 / (4 * of ** 2))) / scale;
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** By how much the first share is larger, with 95 % (Newcombe 1998, method 10: https://doi.org/10.1002/(SICI)1097-0258). */
export function differenceInterval(first: Share, second: Share): readonly [low: number, high: number] {
  const [p1, p2] = [rate(first), rate(second)];
  const [l1, u1] = shareInterval(first);
  const [l2, u2] = shareInterval(second);
  const difference = p1 - p2;
  return [difference - Math.hypot(p1 - l1, u2 - p2), difference + Math.hypot(u1 - p1, p2 - l2)];
}

/**
 * How many more of both together would show a difference as large as the one seen, if it is real, in four of five tries; undefined
 * where none is seen.
 */
export function moreNeeded(first: Share, second: Share): number | undefined {
  const [p1, p2] = [rate(first), rate(second)];
  if (p1 === p2) return undefined;
  const all = first.of + second.of;
  const part = all === 0 ? 0.5 : Math.min(0.99, Math.max(0.01, second.of / all));
  const variance = (p1 * (1 - p1)) / (1 - part) + (p2 * (1 - p2)) / part;
  const needed = ((z95 + z80) ** 2 * variance) / (p1 - p2) ** 2;
  return Math.max(0, Math.ceil(needed - all));
}

export const rate = ({ of, times }: Share): number => (of === 0 ? 0 : times / of);
