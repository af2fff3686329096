import { describe, expect, test } from 'vitest';
import { consent, day, identifier, memoryOf, today } from '../test/memory.ts';
import { type Acknowledgement, remembersAcknowledged, remembersPause } from './acknowledged.ts';

const acknowledgement = (change: Partial<Acknowledgement> = {}): Acknowledgement => ({
  isConfirmed: true,
  subscribed: { sms: true },
  identifiers: [identifier('receipt-1')],
  consents: [consent('c-2')],
  isOfThisPerson: true,
  at: today + day,
  ...change,
});

const penny = {
  identifiers: [identifier('link-1')],
  consents: [consent('c-1', { channel: 'email' as const })],
  subscribed: { email: true },
  emailTag: 'd4e5f6',
  askedAt: today,
};

describe('a confirmed sign-up', () => {
  test('is added to the remembered person', () => {
    expect(remembersAcknowledged(memoryOf({}, penny), acknowledgement()).acknowledged).toEqual({
      identifiers: [identifier('link-1'), identifier('receipt-1')],
      consents: [consent('c-1', { channel: 'email' }), consent('c-2')],
      subscribed: { email: true, sms: true },
      emailTag: 'd4e5f6',
      signedUpAt: today + day,
    });
  });

  test('settles the pending question', () => {
    const memory = remembersAcknowledged(memoryOf({}, penny), acknowledgement());
    expect(memory.acknowledged).not.toHaveProperty('askedAt');
  });

  test('may say that a subscription has ended', () => {
    const memory = remembersAcknowledged(memoryOf({}, penny), acknowledgement({ subscribed: { email: false } }));
    expect(memory.acknowledged.subscribed).toEqual({ email: false });
  });
});

describe('a sign-up that is not confirmed', () => {
  const open = acknowledgement({ isConfirmed: false });

  test('is remembered as asked, and subscribes to nothing, whatever it says', () => {
    const { acknowledged } = remembersAcknowledged(memoryOf(), open);
    expect(acknowledged).toMatchObject({ subscribed: {}, askedAt: today + day });
    expect(acknowledged).not.toHaveProperty('signedUpAt');
  });

  test('removes nothing that was confirmed before', () => {
    const former = memoryOf({}, { ...penny, signedUpAt: today });
    expect(remembersAcknowledged(former, open).acknowledged).toMatchObject({
      subscribed: { email: true },
      signedUpAt: today,
      identifiers: [identifier('link-1'), identifier('receipt-1')],
    });
  });
});

describe('another person’s sign-up', () => {
  test.each([true, false])('replaces the former person completely (confirmed: %s)', (isConfirmed) => {
    const rosa = acknowledgement({ isConfirmed, isOfThisPerson: false, emailTag: '112233' });
    const { acknowledged } = remembersAcknowledged(memoryOf({}, { ...penny, signedUpAt: today }), rosa);
    expect(acknowledged).toEqual({
      identifiers: [identifier('receipt-1')],
      consents: [consent('c-2')],
      subscribed: isConfirmed ? { sms: true } : {},
      emailTag: '112233',
      ...(isConfirmed ? { signedUpAt: today + day } : { askedAt: today + day }),
    });
  });

  test('leaves no fingerprint of the former person’s email', () => {
    const memory = remembersAcknowledged(memoryOf({}, penny), acknowledgement({ isOfThisPerson: false }));
    expect(memory.acknowledged).not.toHaveProperty('emailTag');
  });
});

describe('any sign-up', () => {
  test('deletes what was only seen, and keeps refusals, dismissals and shows', () => {
    const seen = { refused: ['a1b2c3'], dismissedAt: today, shown: 2, shownAt: today };
    const memory = remembersAcknowledged(memoryOf({ ...seen, identifiers: [identifier('a')] }), acknowledgement());
    expect(memory.seen).toEqual({ ...seen, identifiers: [] });
  });

  test('replaces the former consent of its channel', () => {
    const former = memoryOf(
      {},
      { consents: [consent('old', { tag: '445566' }), consent('mail', { channel: 'email' })] },
    );
    expect(remembersAcknowledged(former, acknowledgement()).acknowledged.consents).toEqual([
      consent('mail', { channel: 'email' }),
      consent('c-2'),
    ]);
  });

  test('keeps each identifier once, and the newest six at most', () => {
    const identifiers = ['a', 'b', 'c', 'd', 'e', 'f'].map((value) => identifier(value));
    const ack = acknowledgement({ identifiers: [identifier('b', { at: today + 1 }), identifier('g')] });
    const kept = remembersAcknowledged(memoryOf({}, { identifiers }), ack).acknowledged.identifiers;
    expect(kept.map((i) => i.value)).toEqual(['c', 'd', 'e', 'f', 'b', 'g']);
    expect(kept.at(-2)?.at).toBe(today + 1);
  });
});

test('a pause of the collector is remembered, and nothing else changes', () => {
  const memory = memoryOf({ dismissedAt: today }, penny);
  expect(remembersPause(memory, today + 60)).toEqual({ ...memory, seen: { ...memory.seen, pausedUntil: today + 60 } });
});
