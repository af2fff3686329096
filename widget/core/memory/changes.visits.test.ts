import { describe, expect, test } from 'vitest';
import { quietUntil } from '../ask/history.ts';
import { day, identifier, memoryOf, today } from '../test/memory.ts';
import { remembersAlreadySignedUp, remembersDismissal, remembersShown } from './changes.ts';
import { readMemory } from './read.ts';
import { writeMemory } from './write.ts';

const quiet = 30 * day;

test('the last dismissal is remembered with its time', () => {
  const memory = remembersDismissal(memoryOf({ dismissedAt: today, refused: ['a1b2c3'] }), today + day);
  expect(memory).toEqual(memoryOf({ dismissedAt: today + day, refused: ['a1b2c3'] }));
});

test('shows are counted during the quiet period', () => {
  const once = remembersShown(memoryOf(), today, quiet);
  expect(once.seen).toMatchObject({ shown: 1, shownAt: today });
  const twice = remembersShown(once, today + day, quiet);
  expect(twice.seen).toMatchObject({ shown: 2, shownAt: today + day });
});

test('the count restarts after the quiet period', () => {
  const often = memoryOf({ shown: 3, shownAt: today });
  expect(remembersShown(often, today + quiet, quiet).seen.shown).toBe(4);
  expect(remembersShown(often, today + quiet + 1, quiet).seen).toMatchObject({ shown: 1, shownAt: today + quiet + 1 });
});

test('three shows keep the popup closed, and after the quiet period it may open three times again', () => {
  const frequency = { quietDays: 30, maxShows: 3, afterSignup: 7 };
  const shows = (from: number) => [from, from + day, from + 2 * day];
  const opened = (memory = memoryOf(), at: number) => remembersShown(memory, at, quiet);
  const capped = shows(today).reduce(opened, memoryOf());
  const end = quietUntil(capped, frequency, today).capped;
  expect(end).toBe(today + 32 * day);
  const [first, second, third] = shows(end + 1);
  const later = [first, second].reduce<typeof capped>((memory, at) => opened(memory, at ?? 0), capped);
  expect(quietUntil(later, frequency, today).capped).toBe(0);
  expect(quietUntil(opened(later, third ?? 0), frequency, today).capped).toBe(end + 1 + 32 * day);
});

test('a show changes nothing else', () => {
  const memory = memoryOf({ identifiers: [identifier('a')] }, { subscribed: { sms: true } });
  const { seen, acknowledged } = remembersShown(memory, today, quiet);
  expect(seen.identifiers).toEqual(memory.seen.identifiers);
  expect(acknowledged).toEqual(memory.acknowledged);
});

describe('a visitor who says that they have signed up already', () => {
  const frequency = { quietDays: 30, maxShows: 3, afterSignup: 7 };
  const tenYears = today + 10 * 365 * day;
  const already = remembersAlreadySignedUp(memoryOf(), today);

  test('is left alone for a year, whatever the owner’s quiet period, and by the cookie too', () => {
    for (const quietDays of [0, 30]) {
      expect(quietUntil(already, { ...frequency, quietDays }, today).dismissed).toBe(today + 365 * day);
    }
    expect(readMemory(writeMemory(already), today).memory).toEqual(already);
  });

  test('is still not asked after closing the popup once more', () => {
    expect(remembersDismissal(already, today + day).seen.dismissedAt).toBe(tenYears);
  });
});
