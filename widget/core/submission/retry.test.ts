import { expect, test } from 'vitest';
import { mostTries, planRetry } from './retry.ts';

test.each([
  [0, 0.5, 500],
  [1, 0.5, 1_000],
  [2, 0.5, 2_000],
  [5, 0.5, 16_000],
  [0, 0, 0],
  [5, 0.999, 31_968],
])('after %i tries, with chance at %f, the next one is due in %i ms', (tries, random, delay) => {
  expect(planRetry(tries, random)?.delay).toBeCloseTo(delay);
});

test('no wait of its own is longer than a quarter of an hour', () => {
  for (let tries = 0; tries < mostTries - 1; tries += 1) {
    expect(planRetry(tries, 0.999_999)?.delay).toBeLessThan(900_000);
  }
});

test.each([
  ['a longer wait than ours is kept', 120, 120_000],
  ['a shorter one does not hurry us', 1, 16_000],
  ['one of weeks is one of a day', 9_999_999, 86_400_000],
])('the collector’s wait is respected: %s', (_title, after, delay) => {
  expect(planRetry(5, 0.5, after)).toEqual({ delay });
});

test('a submission is given up after so many tries, whatever the collector says', () => {
  expect(planRetry(mostTries - 2, 0.5)).toBeDefined();
  expect(planRetry(mostTries - 1, 0.5, 60)).toBeUndefined();
});
