import { describe, expect, test } from 'vitest';
import { day, memoryOf, today } from '../test/memory.ts';
import { quietUntil } from './history.ts';

const frequency = { quietDays: 30, maxShows: 3, afterSignup: 7 };

describe('the history', () => {
  test('of a browser that remembers nothing keeps the popup open', () => {
    expect(quietUntil(memoryOf(), frequency)).toEqual({
      paused: 0,
      dismissed: 0,
      capped: 0,
      askedLately: 0,
      signedUp: 0,
    });
  });

  test('of a collector’s pause keeps the popup closed until the end that it named', () => {
    expect(quietUntil(memoryOf({ pausedUntil: today + 60 }), frequency).paused).toBe(today + 60);
  });

  test('of a dismissal keeps the popup closed for the owner’s quiet period', () => {
    const memory = memoryOf({ dismissedAt: today });
    expect(quietUntil(memory, frequency).dismissed).toBe(today + 30 * day);
    expect(quietUntil(memory, { ...frequency, quietDays: 7 }).dismissed).toBe(today + 7 * day);
  });

  test.each([
    [2, 0],
    [3, today + 30 * day],
    [4, today + 30 * day],
  ])('reaches the cap of three after %i shows', (shown, capped) => {
    expect(quietUntil(memoryOf({ shown, shownAt: today }), frequency).capped).toBe(capped);
  });

  test('keeps the cap for a day at least, even where the owner wants no quiet period', () => {
    const memory = memoryOf({ shown: 3, shownAt: today, dismissedAt: today });
    const quiet = quietUntil(memory, { quietDays: 0, maxShows: 3, afterSignup: 7 });
    expect(quiet.capped).toBe(today + day);
    expect(quiet.dismissed).toBe(today);
  });

  test('of a pending answer keeps the popup closed for 30 days, whatever the owner’s frequency', () => {
    const memory = memoryOf({}, { askedAt: today });
    expect(quietUntil(memory, { quietDays: 1, maxShows: 1, afterSignup: 7 }).askedLately).toBe(today + 30 * day);
  });
});
