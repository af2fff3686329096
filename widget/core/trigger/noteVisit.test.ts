import { describe, expect, test } from 'vitest';
import { cameFrom, queriesIn, readVisit } from './noteVisit.ts';

const origin = 'https://shop.example.com';

test.each([
  ['https://l.instagram.com/?u=x', 'l.instagram.com'],
  [`${origin}/cart`, ''],
  ['', ''],
  ['about:blank', ''],
])('a visit with the referrer %s comes from "%s"', (referrer, host) => {
  expect(cameFrom(referrer, origin)).toBe(host);
});

describe('the landing address', () => {
  const address = `${origin}/?utm_source=Newsletter&utm_campaign=spring%20sale&gclid=x`;

  test.each([
    ['utm_source=newsletter', true],
    ['utm_source=news*', true],
    ['utm_campaign=spring sale', true],
    ['gclid', true],
    ['utm_*', true],
    ['utm_source', true],
    ['utm_source=news', false],
    ['source=newsletter', false],
    ['fbclid', false],
  ])('matches %s: %j', (wanted, isThere) => {
    expect(queriesIn(address, [wanted])).toEqual(isThere ? [wanted] : []);
  });

  test('matches nothing once it is gone', () => {
    expect(queriesIn('', ['gclid'])).toEqual([]);
  });
});

describe('a kept visit', () => {
  const visit = { pages: 2, from: 'l.instagram.com', queries: { default: ['gclid'] }, isReturning: true };

  test('is read on the next page', () => {
    expect(readVisit(JSON.stringify(visit))).toEqual(visit);
  });

  test.each([undefined, '', '7', 'null', '{}', '{"pages":0}', '{"pages":1,"from":"","queries":null}', '[1]'])(
    'that is invalid is ignored: %s',
    (text) => {
      expect(readVisit(text)).toBeUndefined();
    },
  );
});
