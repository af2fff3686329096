import { describe, expect, test } from 'vitest';
import { inCookie, inLink } from '../test/evidence.ts';
import { isComparable, rankOf, type Source } from './evidence.ts';

test('the form ranks over the page, the page over the link, the link over the cookie', () => {
  const sources: Source[] = ['cookie', 'link', 'form', 'page'];
  expect(sources.sort((a, b) => rankOf(a) - rankOf(b))).toEqual(['form', 'page', 'link', 'cookie']);
});

describe('two identifiers can be compared', () => {
  test('when field and issuer are the same and both are stable, wherever they were seen', () => {
    expect(isComparable(inLink('a'), inCookie('b'))).toBe(true);
  });

  test.each([
    ['the field differs', { field: 'email' as const }],
    ['the issuer differs', { issuer: 'news' }],
    ['one of them is not stable', { isStable: false }],
  ])('not when %s', (_why, change) => {
    expect(isComparable(inLink('a', change), inCookie('b'))).toBe(false);
    expect(isComparable(inLink('a'), inCookie('b', change))).toBe(false);
  });
});
