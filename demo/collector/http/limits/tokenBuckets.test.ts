import { expect, test } from 'vitest';
import { tokenBuckets } from './tokenBuckets.ts';

const start = Date.UTC(2026, 0, 31);

test('a key may use a minute’s share at once, and then one token for each fraction of it', () => {
  const take = tokenBuckets(6);
  const burst = Array.from({ length: 7 }, () => take('a', start));
  expect(burst).toEqual([0, 0, 0, 0, 0, 0, 10]);
  expect(take('a', start + 4_000)).toBe(6);
  expect(take('a', start + 10_000)).toBe(0);
  expect(take('a', start + 10_000)).toBe(10);
});

test('a minute of rest fills the bucket, and a longer one no further', () => {
  const take = tokenBuckets(2);
  take('a', start);
  const later = [1, 2, 3].map(() => take('a', start + 3_600_000));
  expect(later).toEqual([0, 0, 30]);
});

test('a client who waits as long as told gets through, also with fractions of a second', () => {
  const take = tokenBuckets(7);
  for (let n = 0; n < 7; n++) take('a', start);
  const wait = take('a', start + 1);
  expect(take('a', start + 1 + wait * 1000)).toBe(0);
});

test('each key has its own bucket', () => {
  const take = tokenBuckets(1);
  expect([take('a', start), take('b', start), take('a', start)]).toEqual([0, 0, 60]);
});

test('a clock that goes back takes no tokens away', () => {
  const take = tokenBuckets(2);
  take('a', start);
  expect(take('a', start - 60_000)).toBe(0);
});

test('the memory is limited, and the key that was idle longest is dropped', () => {
  const take = tokenBuckets(1, 2);
  take('a', start);
  take('b', start);
  take('a', start);
  take('c', start);
  expect([take('a', start), take('c', start), take('b', start)]).toEqual([60, 60, 0]);
});
