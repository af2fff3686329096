import { expect, test } from 'vitest';
import { remembersProven } from './changes.ts';
import { emptyMemory, type Memory } from './memory.ts';

const waiting: Memory = {
  seen: { ...emptyMemory.seen, shown: 1 },
  acknowledged: {
    identifiers: [{ field: 'profile', issuer: 'own', value: 'token', strength: 'token', at: 5 }],
    consents: [{ id: 'c', channel: 'sms', tag: 'abcd', at: 5 }],
    subscribed: { email: true },
    askedAt: 5,
  },
};

test('a proven code makes a waiting person subscribed, and changes nothing else', () => {
  const { askedAt: _, ...known } = waiting.acknowledged;
  expect(remembersProven(waiting, { email: true, sms: true }, 9)).toEqual({
    seen: waiting.seen,
    acknowledged: { ...known, subscribed: { email: true, sms: true }, signedUpAt: 9 },
  });
});

test('a proven code adds no subscription that the collector does not confirm', () => {
  expect(remembersProven(waiting, {}, 9).acknowledged.subscribed).toEqual({ email: true });
});
