import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consent, identifier, memoryOf, today } from '../test/memory.ts';
import type { Memory } from './memory.ts';
import { readMemory } from './read.ts';
import { memoryLimit, writeMemory } from './write.ts';

/** The cookie's value as js-cookie writes it. */
function cookieText(text: string): string {
  return encodeURIComponent(text).replace(/%(2[346BF]|3[AC-F]|40|5[BDE]|60|7[BCD])/g, decodeURIComponent);
}

const long = 'x'.repeat(330);
const names = (list: readonly { readonly value: string }[]) => list.map((i) => i.value.replace(/x+$/, ''));
const reread = (memory: Memory) => readMemory(writeMemory(memory), today).memory;
const big = (name: string) => identifier(name + long);

describe('the cookie', () => {
  test('is under 2 kB as it stands in the cookie, whatever memory holds', () => {
    const ascii = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1024 });
    const text = fc.oneof(ascii, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }));
    const identifiers = fc.array(
      text.map((value) => identifier(value)),
      { maxLength: 6 },
    );
    const tags = fc.array(fc.stringMatching(/^[0-9a-f]{6}$/), { maxLength: 12 });
    fc.assert(
      fc.property(identifiers, identifiers, tags, (seen, acknowledged, refused) => {
        const memory = memoryOf({ identifiers: seen, refused }, { identifiers: acknowledged });
        expect(cookieText(writeMemory(memory)).length).toBeLessThanOrEqual(memoryLimit);
      }),
    );
    expect(memoryLimit).toBeLessThanOrEqual(2048);
  });

  test.each(['%', '"', ';', ',', '\\', "'", ' ', 'é', 'п', '•', '漢', '📱', '👩‍👩‍👧'])(
    'counts %s in the length that a browser makes of it',
    (character) => {
      const identifiers = Array.from({ length: 6 }, () => identifier(character.repeat(300)));
      expect(cookieText(writeMemory(memoryOf({ identifiers }))).length).toBeLessThanOrEqual(memoryLimit);
    },
  );

  test('is compact: a quote takes one byte, not three', () => {
    const text = writeMemory(memoryOf({ identifiers: [identifier('token-1')] }));
    expect(text).not.toContain('"');
    expect(cookieText(text)).not.toContain('%22');
  });

  test('has no members that this version does not know, which would outlive every limit', () => {
    const { seen, acknowledged } = memoryOf({ identifiers: [identifier('a')] }, { subscribed: { email: true } });
    const more = {
      seen: { ...seen, moods: 'x'.repeat(900) },
      acknowledged: { ...acknowledged, subscribed: { email: true, post: 'x'.repeat(900) }, name: 'Penny' },
      extra: 'x'.repeat(900),
    };
    const text = writeMemory(more);
    expect(text).not.toMatch(/moods|post|name|extra|xxx/);
    expect(readMemory(text, today).memory).toEqual(
      memoryOf({ identifiers: [identifier('a')] }, { subscribed: { email: true } }),
    );
  });

  test('loses nothing that fits', () => {
    const memory = memoryOf({ identifiers: [big('s1'), big('s2')], refused: ['a1b2c3'] }, { identifiers: [big('a1')] });
    expect(reread(memory)).toEqual(memory);
  });
});

describe('a cookie that does not fit drops', () => {
  test('the oldest seen identifier first', () => {
    const seen = { identifiers: ['s1', 's2', 's3', 's4', 's5'].map(big), refused: ['a1b2c3'] };
    const kept = reread(memoryOf(seen, { identifiers: [identifier('a1')], consents: [consent('c-1')] }));
    expect(names(kept.seen.identifiers)).toEqual(['s2', 's3', 's4', 's5']);
    expect(kept.seen.refused).toEqual(['a1b2c3']);
    expect(kept.acknowledged.consents).toHaveLength(1);
    expect(names(kept.acknowledged.identifiers)).toEqual(['a1']);
  });

  test('the oldest refusal next', () => {
    const refused = Array.from({ length: 60 }, (_, i) => `${100_000 + i}`);
    const acknowledged = { identifiers: ['a1', 'a2', 'a3'].map(big), consents: [consent('c-1')] };
    const kept = reread(memoryOf({ identifiers: [identifier('s1')], refused }, acknowledged));
    expect(kept.seen.identifiers).toEqual([]);
    expect(kept.seen.refused.length).toBeGreaterThan(0);
    expect(kept.seen.refused).toEqual(refused.slice(-kept.seen.refused.length));
    expect(kept.acknowledged).toEqual({ ...acknowledged, subscribed: {} });
  });

  test('the oldest consent after that', () => {
    const consents = ['c-1', 'c-2', 'c-3'].map((id) => consent(id + long));
    const kept = reread(memoryOf({ refused: ['a1b2c3'] }, { identifiers: ['a1', 'a2', 'a3'].map(big), consents }));
    expect(kept.seen.refused).toEqual([]);
    expect(kept.acknowledged.consents).toEqual(consents.slice(2));
    expect(names(kept.acknowledged.identifiers)).toEqual(['a1', 'a2', 'a3']);
  });

  test('the oldest acknowledged identifier last', () => {
    const acknowledged = { identifiers: ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'].map(big), consents: [consent('c-1')] };
    const kept = reread(memoryOf({}, acknowledged));
    expect(kept.acknowledged.consents).toEqual([]);
    expect(names(kept.acknowledged.identifiers)).toEqual(['a3', 'a4', 'a5', 'a6']);
  });

  test('no subscription, dismissal or pause', () => {
    const marks = { dismissedAt: 1, pausedUntil: 2, shown: 3, shownAt: 4 };
    const identifiers = ['1', '2', '3', '4', '5', '6'].map(big);
    const said = { subscribed: { email: true, sms: true }, emailTag: 'a1b2c3', signedUpAt: 5 };
    const kept = reread(memoryOf({ ...marks, identifiers }, { ...said, identifiers }));
    expect(kept).toMatchObject({ seen: marks, acknowledged: said });
  });
});
