import { describe, expect, test } from 'vitest';
import { resolve } from '../core/identity/resolve.ts';
import { rules } from '../core/test/evidence.ts';
import { segment } from './segment.ts';
import { evidenceOf, inShort } from './test/evidenceOf.ts';

describe('the link', () => {
  test('carries a user id that others can guess, and an email in clear', () => {
    expect(inShort(segment, { query: 'ajs_uid=42&ajs_trait_email=penny%40example.com&ajs_event=x' })).toEqual([
      'link guessable profile 42',
      'link clear email penny@example.com',
    ]);
  });

  test('identifies nobody unless the owner trusts it', () => {
    const evidence = evidenceOf(segment, { query: 'ajs_uid=42' });
    expect(resolve(evidence, rules({ linksBy: ['segment'] })).certainty).toBe('none');
    expect(resolve(evidence, rules({ linksBy: ['segment'], trust: ['guessable'] })).certainty).toBe('claimed');
  });

  test('with a user id that is an email counts as an email, which is not remembered', () => {
    expect(inShort(segment, { query: 'ajs_uid=penny%40example.com' })).toEqual(['link clear email penny@example.com']);
  });

  test.each([
    'ajs_uid=',
    'ajs_uid=null',
    'ajs_uid=undefined',
    'ajs_uid=%2B447700900982',
    'ajs_uid=1&ajs_uid=2',
    'ajs_trait_email=penny',
  ])('%s identifies nobody', (query) => {
    expect(inShort(segment, { query })).toEqual([]);
  });
});

describe('the cookies', () => {
  test.each(['"42"', '42'])('hold a user id: %s', (value) => {
    expect(inShort(segment, { cookies: { ajs_user_id: value } })).toEqual(['cookie guessable profile 42']);
  });

  test('hold an id that identifies nobody', () => {
    const cookies = { ajs_anonymous_id: '"00000000-0000-4000-8000-000000000000"' };
    expect(inShort(segment, { cookies })).toEqual(['cookie anonymous profile 00000000-0000-4000-8000-000000000000']);
  });

  test.each(['', 'null', '"null"', '""', '"broken'])('%j identifies nobody', (value) => {
    expect(inShort(segment, { cookies: { ajs_user_id: value } })).toEqual([]);
  });
});

describe('a link and a cookie', () => {
  const both = (uid: string, stored: string) =>
    resolve(
      evidenceOf(segment, { query: `ajs_uid=${encodeURIComponent(uid)}`, cookies: { ajs_user_id: stored } }),
      rules({ linksBy: ['segment', 'email'], trust: ['guessable', 'clear'] }),
    ).certainty;

  test('of two people are disputed', () => expect(both('42', '"43"')).toBe('disputed'));
  test('of one person are not disputed', () => expect(both('42', '"42"')).toBe('claimed'));
  test('of one email written differently are not disputed', () =>
    expect(both('Penny@example.com', '"penny@Example.com"')).toBe('claimed'));
});
