import { describe, expect, test } from 'vitest';
import { consent, identifier, memoryOf, today } from '../test/memory.ts';
import { remembersRefusal, remembersSeen } from './changes.ts';
import type { RememberedIdentifier } from './memory.ts';

const values = (list: readonly RememberedIdentifier[]) => list.map((i) => i.value);

describe('an identifier that was seen', () => {
  test('becomes the newest', () => {
    const memory = remembersSeen(memoryOf({ identifiers: [identifier('a')] }), identifier('b'));
    expect(values(memory.seen.identifiers)).toEqual(['a', 'b']);
  });

  test('is kept once, as it was seen last', () => {
    const former = memoryOf({ identifiers: [identifier('a'), identifier('b')] });
    const memory = remembersSeen(former, identifier('a', { at: today + 1, has: { sms: true } }));
    expect(memory.seen.identifiers).toEqual([identifier('b'), identifier('a', { at: today + 1, has: { sms: true } })]);
  });

  test('is another one when field or issuer differ', () => {
    const former = memoryOf({ identifiers: [identifier('a')] });
    expect(remembersSeen(former, identifier('a', { issuer: 'news' })).seen.identifiers).toHaveLength(2);
    expect(remembersSeen(former, identifier('a', { field: 'email' })).seen.identifiers).toHaveLength(2);
  });

  test('replaces the oldest of six', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((value) => identifier(value));
    const memory = remembersSeen(memoryOf({ identifiers: six }), identifier('g'));
    expect(values(memory.seen.identifiers)).toEqual(['b', 'c', 'd', 'e', 'f', 'g']);
  });

  test('leaves what was acknowledged as it is', () => {
    const former = memoryOf({}, { identifiers: [identifier('a')], subscribed: { email: true } });
    expect(remembersSeen(former, identifier('b')).acknowledged).toEqual(former.acknowledged);
  });
});

describe('a refusal', () => {
  const isPenny = (i: RememberedIdentifier) => i.value === 'penny';
  const acknowledgedAs = (value: string) => ({
    identifiers: [identifier(value), identifier('n-1', { issuer: 'news' })],
    consents: [consent('c-1')],
    subscribed: { email: true, sms: true },
    emailTag: 'd4e5f6',
    askedAt: today,
    signedUpAt: today,
  });

  test('keeps the fingerprint and deletes the value', () => {
    const former = memoryOf({ identifiers: [identifier('penny'), identifier('rosa')] });
    const memory = remembersRefusal(former, ['a1b2c3'], isPenny);
    expect(values(memory.seen.identifiers)).toEqual(['rosa']);
    expect(memory.seen.refused).toEqual(['a1b2c3']);
    expect(JSON.stringify(memory)).not.toContain('penny');
  });

  test('of the remembered person deletes all that was acknowledged', () => {
    const memory = remembersRefusal(memoryOf({}, acknowledgedAs('penny')), ['a1b2c3'], isPenny);
    expect(memory.acknowledged).toEqual(memoryOf().acknowledged);
  });

  test('of somebody else keeps what was acknowledged', () => {
    const former = memoryOf({ identifiers: [identifier('penny')] }, acknowledgedAs('rosa'));
    expect(remembersRefusal(former, ['a1b2c3'], isPenny).acknowledged).toEqual(former.acknowledged);
  });

  test('keeps dismissals and shows', () => {
    const former = memoryOf({ dismissedAt: today, shown: 2, shownAt: today, pausedUntil: today });
    expect(remembersRefusal(former, ['a1b2c3'], isPenny).seen).toEqual({ ...former.seen, refused: ['a1b2c3'] });
  });

  test('is kept once, as the newest of twelve', () => {
    const twelve = Array.from({ length: 12 }, (_, i) => `tag-${i}`);
    const again = remembersRefusal(memoryOf({ refused: ['a', 'b', 'c'] }), ['a'], isPenny);
    expect(again.seen.refused).toEqual(['b', 'c', 'a']);
    const another = remembersRefusal(memoryOf({ refused: twelve }), ['new'], isPenny);
    expect(another.seen.refused).toEqual([...twelve.slice(1), 'new']);
  });
});
