import { expect, test } from 'vitest';
import { quietUntil } from '../ask/history.ts';
import { remembersAnswered } from './changes.ts';
import { emptyMemory, type Memory } from './memory.ts';

const day = 86_400;
const today = 20_000 * day;

test('another form’s answer keeps quiet for thirty days', () => {
  const { askedLately } = quietUntil(
    remembersAnswered(emptyMemory, today),
    {
      quietDays: 7,
      maxShows: 3,
      afterSignup: 7,
    },
    today,
  );
  expect(askedLately).toBe(today + 30 * day);
});

test('an answer to another form identifies nobody', () => {
  const identifier = { field: 'profile', issuer: 'own', value: 'penny-1', strength: 'token', at: today } as const;
  const memory: Memory = {
    seen: { identifiers: [identifier], refused: ['abc123'], shown: 2, shownAt: today },
    acknowledged: {
      identifiers: [identifier],
      consents: [{ id: '1', channel: 'sms', tag: 'def456', at: today }],
      subscribed: { sms: true },
      emailTag: 'abc456',
      signedUpAt: today,
    },
  };
  expect(remembersAnswered(memory, today + day)).toEqual({
    ...memory,
    acknowledged: { ...memory.acknowledged, askedAt: today + day },
  });
});
