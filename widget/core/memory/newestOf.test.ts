import { describe, expect, test } from 'vitest';
import { consent, day, identifier, memoryOf, today } from '../test/memory.ts';
import { newestOf } from './newestOf.ts';

describe('of several memories that were kept side by side', () => {
  const old = memoryOf(
    { shown: 1, shownAt: today, refused: ['a1b2c3'] },
    { identifiers: [identifier('token-1')], consents: [consent('c-1')], signedUpAt: today + 3 * day },
  );
  const young = memoryOf({ shown: 3, shownAt: today + day, dismissedAt: today + 2 * day, refused: ['d4e5f6'] });

  test.each([
    ['the newest first', [young, old]],
    ['the newest last', [old, young]],
  ])('what was seen is the newest one’s, and nothing that was acknowledged is lost: %s', (_order, copies) => {
    const { seen, acknowledged } = newestOf(copies);
    expect(seen).toMatchObject({ shown: 3, dismissedAt: today + 2 * day });
    expect(acknowledged).toEqual(old.acknowledged);
    expect([...seen.refused].sort()).toEqual(['a1b2c3', 'd4e5f6']);
  });

  test('one alone stays as it is', () => {
    expect(newestOf([old])).toEqual(old);
  });
});
