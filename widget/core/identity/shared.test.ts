import { describe, expect, test } from 'vitest';
import { inCookie, inLink, inMemory } from '../test/evidence.ts';
import { markShared, sharedMark } from './shared.ts';

const about = { issuer: 'news' } as const;
const posted = inLink('poster', { ...about, isShared: true });
const cookie = inCookie('poster', about);
const sharedOf = (...args: Parameters<typeof markShared>) =>
  markShared(...args)
    .filter((e) => e.isShared)
    .map((e) => `${e.source} ${e.value}`);

describe('a cookie that holds the identifier of a shared link', () => {
  test('counts as shared like the link itself', () => {
    expect(sharedOf([posted, cookie], [], new Map())).toEqual(['link poster', 'cookie poster']);
  });

  test('counts as shared on later pages, by the fingerprint in memory', () => {
    expect(sharedOf([cookie], [sharedMark('a1b2c3')], new Map([['poster', 'a1b2c3']]))).toEqual(['cookie poster']);
  });

  test('counts as shared while its fingerprint is being computed', () => {
    expect(sharedOf([cookie], [sharedMark('a1b2c3')], new Map())).toEqual(['cookie poster']);
  });
});

describe('evidence does not count as shared', () => {
  test.each([
    ['another person’s cookie', [posted, inCookie('penny', about)]],
    ['the cookie of another issuer', [posted, inCookie('poster', { issuer: 'own' })]],
    ['what memory saw acknowledged', [posted, inMemory('poster', about)]],
  ])('when it is %s', (_what, evidence) => {
    expect(sharedOf(evidence, [], new Map())).toEqual(['link poster']);
  });

  test('when the mark is of another identifier, or a refusal', () => {
    const tags = new Map([['poster', 'a1b2c3']]);
    expect(sharedOf([cookie], [sharedMark('d4e5f6'), 'a1b2c3'], tags)).toEqual([]);
  });

  test('when the link came by mail', () => {
    expect(sharedOf([inLink('poster', about), cookie], [], new Map())).toEqual([]);
  });
});
