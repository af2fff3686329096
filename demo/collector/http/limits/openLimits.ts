import { Problem } from '../problem.ts';
import { addressKey } from './addressKey.ts';
import { tokenBuckets } from './tokenBuckets.ts';

/** Requests a minute; 0 counts nothing. */
export interface Limits {
  readonly perAddress: number;
  readonly perStore: number;
}

export interface Counters {
  /** @throws {Problem} 429 where this address has asked too often */
  address(address: string): void;
  /** @throws {Problem} 429 where everybody together has asked too often for this store */
  store(name: string): void;
}

/** Counts in this process: several of them, or a restarted one, start counting again. */
export function openLimits(limits: Limits | undefined, now: () => number): Counters {
  const { perAddress = 0, perStore = 0 } = limits ?? {};
  return { address: counter(perAddress, addressKey, now), store: counter(perStore, (name) => name, now) };
}

function counter(perMinute: number, keyOf: (of: string) => string, now: () => number): (of: string) => void {
  if (perMinute === 0) return () => {};
  const take = tokenBuckets(perMinute);
  return (of) => {
    const retryAfter = take(keyOf(of), now());
    if (retryAfter > 0) throw new Problem(429, 'Too many at once', {}, retryAfter);
  };
}
