import { describe, expect, test } from 'vitest';
import { type ConditionFacts, weighConditions } from './conditions.ts';
import { listOf, readConditions } from './readConditions.ts';
import type { Visit } from './visit.ts';

const visit: Visit = { pages: 2, from: 'l.instagram.com', queries: ['utm_source=news*'], isReturning: false };
const facts: ConditionFacts = { visit, isTouch: () => false, isSearchLanding: () => false };
const weigh = (given: object, change: Partial<ConditionFacts> = {}) =>
  weighConditions(readConditions({ delay: 0, manual: false, ...given }), { ...facts, ...change });
const holds = (given: object, change?: Partial<ConditionFacts>) => weigh(given, change).map((c) => c.holds);

describe('a condition', () => {
  test.each<[object, boolean]>([
    [{ pages: 2 }, true],
    [{ pages: '2' }, true],
    [{ pages: 3 }, false],
    [{ when: { query: ['utm_source=news*'] } }, true],
    [{ when: { query: ['utm_source=ads', 'gclid'] } }, false],
    [{ when: { referrer: ['instagram.com'] } }, true],
    [{ when: { referrer: 'facebook.com, Instagram.com' } }, true],
    [{ when: { referrer: ['gram.com'] } }, false],
    [{ when: { referrer: ['*gram.com'] } }, true],
    [{ when: { referrer: ['direct'] } }, false],
    [{ when: { device: 'pointer' } }, true],
    [{ when: { device: 'touch' } }, false],
    [{ when: { visitor: 'new' } }, true],
    [{ when: { visitor: 'returning' } }, false],
  ])('%j holds: %j', (given, expected) => {
    expect(holds(given)).toEqual([expected]);
  });

  test('of the referrer is not met by a visit without a referrer, unless that is meant', () => {
    const direct = { visit: { ...visit, from: '' } };
    expect(holds({ when: { referrer: ['direct'] } }, direct)).toEqual([true]);
    expect(holds({ when: { referrer: ['*'] } }, direct)).toEqual([false]);
  });

  test('does not hold while the start of the visit is unknown', () => {
    const given = { pages: 2, when: { query: ['a'], referrer: ['direct'] } };
    expect(holds(given, { visit: undefined })).toEqual([false, false, false]);
  });

  test.each<[unknown]>([[7], [null], ['text'], [[]], [{ query: 7, referrer: null, device: 'car', visitor: 1 }]])(
    'that is invalid is ignored: %j',
    (when) => {
      expect(weigh({ pages: 'many', when })).toEqual([]);
    },
  );
});

describe('the landing page of a search engine on a small screen', () => {
  const landing = { isSearchLanding: () => true };

  test('opens no popup', () => {
    expect(weigh({}, landing)).toEqual([{ name: 'search', wants: [], holds: false }]);
  });

  test('opens the popup where the owner says so', () => {
    expect(weigh({ when: { search: true } }, landing)).toEqual([]);
  });

  test('is recognised without asking other conditions', () => {
    expect(weigh({})).toEqual([]);
  });
});

test('only texts of a list are read', () => {
  expect([listOf('a, b,'), listOf(['a', 7, ' ']), listOf({ 0: 'a' })]).toEqual([['a', 'b'], ['a'], []]);
});
