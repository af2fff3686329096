import { expect, test } from 'vitest';
import { acquaintance } from './acquaintance.ts';
import { openLimits } from './openLimits.ts';

const start = Date.UTC(2026, 0, 31);
const minute = 60_000;
const limits = { perAddress: 60, perNetwork: 600, perStore: 6000 };

/** Limits with a clock that the test turns, and who was let in. */
function counting(about = limits) {
  let now = start;
  const { address, store } = openLimits(about, () => now);
  const asks = (from: string) => {
    try {
      address(from);
      store('shop', from);
      return true;
    } catch {
      return false;
    }
  };
  const later = (milliseconds: number) => {
    now += milliseconds;
  };
  return { asks, later };
}

test('one /48 used up a store for everybody', () => {
  const { asks } = counting();
  const flood = Array.from({ length: 20_000 }, (_, n) => asks(`2001:db8:1:${n.toString(16)}::1`));
  expect(flood.filter(Boolean)).toHaveLength(600);
  expect(asks('2001:db8:2::1')).toBe(true);
  expect(asks('192.0.2.1')).toBe(true);
});

test('one provider, with all of its networks, used up a store for everybody', () => {
  const { asks } = counting();
  for (let n = 0; n < 20_000; n++) asks(`2001:db8:${n.toString(16)}::1`);
  expect(asks('2001:db9::1')).toBe(true);
});

test('a flood from everywhere pushed out a network that was there before it', () => {
  const { asks, later } = counting();
  expect(asks('192.0.2.1')).toBe(true);
  later(11 * minute);
  const flood = Array.from({ length: 20_000 }, (_, n) => asks(`10.${n >> 8}.${n & 255}.1`));
  // The newest come last: half of a store’s share is for those who were known.
  expect(flood.filter(Boolean)).toHaveLength(3000);
  expect(asks('192.0.2.99')).toBe(true);
  expect(asks('198.51.100.1')).toBe(false);
  later(minute);
  expect(asks('198.51.100.1')).toBe(true);
});

test('a full memory forgot whoever was there first instead of whoever is new', () => {
  const knownTo = acquaintance(2);
  for (const key of ['a', 'b', 'c']) knownTo(key, start);
  expect(['a', 'b', 'c'].map((key) => knownTo(key, start + 5 * minute))).toEqual([0.5, 0.5, 0]);
  const weeks = 8 * 24 * 60 * minute;
  expect(['a', 'c', 'c'].map((key, n) => knownTo(key, start + weeks + n * 10 * minute))).toEqual([1, 0, 1]);
});

test('who counts nothing was refused', () => {
  const { asks } = counting({ perAddress: 0, perNetwork: 0, perStore: 0 });
  expect(Array.from({ length: 10_000 }, () => asks('192.0.2.1')).every(Boolean)).toBe(true);
});
