import { describe, expect, test } from 'vitest';
import { day, memoryOf, today } from '../test/memory.ts';
import { quietUntil } from './history.ts';

const frequency = { quietDays: 30, maxShows: 3, afterSignup: 7 };

describe('what keeps the popup closed', () => {
  test('is nothing in a browser that remembers nothing', () => {
    expect(quietUntil(memoryOf(), frequency, today)).toEqual({
      paused: 0,
      dismissed: 0,
      capped: 0,
      askedLately: 0,
      signedUp: 0,
    });
  });

  test('is the collector’s pause, until the end it named', () => {
    expect(quietUntil(memoryOf({ pausedUntil: today + 60 }), frequency, today).paused).toBe(today + 60);
  });

  test('of a dismissal keeps the popup closed for the owner’s quiet period', () => {
    const memory = memoryOf({ dismissedAt: today });
    expect(quietUntil(memory, frequency, today).dismissed).toBe(today + 30 * day);
    expect(quietUntil(memory, { ...frequency, quietDays: 7 }, today).dismissed).toBe(today + 7 * day);
  });

  test.each([2, 60, 3_000, 3_640])('for no time that is to come, where it is dated %i days ahead', (days) => {
    const { dismissed } = quietUntil(memoryOf({ dismissedAt: today + days * day }), frequency, today);
    expect(dismissed).toBeLessThanOrEqual(today + 365 * day);
    if (days < 3_000) expect(dismissed).toBeLessThan(today);
  });

  test.each([
    [2, 0],
    [3, today + 30 * day],
    [4, today + 30 * day],
  ])('is the cap of three, after %i shows', (shown, capped) => {
    expect(quietUntil(memoryOf({ shown, shownAt: today }), frequency, today).capped).toBe(capped);
  });

  test('keeps the cap for a day at least, even where the owner wants no quiet period', () => {
    const memory = memoryOf({ shown: 3, shownAt: today, dismissedAt: today });
    const quiet = quietUntil(memory, { quietDays: 0, maxShows: 3, afterSignup: 7 }, today);
    expect(quiet.capped).toBe(today + day);
    expect(quiet.dismissed).toBe(today);
  });

  test('of a pending answer keeps the popup closed for 30 days, whatever the owner’s frequency', () => {
    const memory = memoryOf({}, { askedAt: today });
    expect(quietUntil(memory, { quietDays: 1, maxShows: 1, afterSignup: 7 }, today).askedLately).toBe(today + 30 * day);
  });
});
