import { describe, expect, test } from 'vitest';
import type { Counted } from './checkCounts.ts';
import { differenceInterval, moreNeeded, shareInterval } from './interval.ts';
import type { CountRow } from './readCounts.ts';
import { csvOf, linesOf, resultsOf } from './results.ts';

const rows = (variant: string, times: Partial<Record<Counted, number>>, ask = 'email+phone'): CountRow[] =>
  Object.entries(times).map(([what, n]) => ({ ask, reason: 'unknown', variant, what: what as Counted, times: n }));

describe('the interval of a share', () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
  ])('%i of %i is the one that Newcombe 1998 prints', (times, of, low, high) => {
    const [l, h] = shareInterval({ of, times });
    expect([l, h].map((x) => x.toFixed(4))).toEqual([low, high].map((x) => x.toFixed(4)));
  });

  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
  ])('of the difference between %i of %i and %i of %i as well', (a, m, b, n, low, high) => {
    const interval = differenceInterval({ of: m, times: a }, { of: n, times: b });
    expect(interval.map((x) => x.toFixed(4))).toEqual([low, high].map((x) => x.toFixed(4)));
  });

  test('where nobody was counted it is everything', () => {
    expect(shareInterval({ of: 0, times: 0 })).toEqual([0, 1]);
    expect(moreNeeded({ of: 0, times: 0 }, { of: 0, times: 0 })).toBeUndefined();
  });
});

describe('the verdict', () => {
  const verdict = (...all: CountRow[][]) => resultsOf(all.flat()).verdict;

  test('says so where nothing was counted', () => {
    expect(verdict([])).toBe('Nothing has been counted yet.');
  });

  test('asks for a holdout where there is none', () => {
    expect(verdict(rows('', { asked: 200, shown: 200, linked: 10 }))).toBe(
      '5.0 % of 200 page views with the popup ended in a sign-up. How many of them would have signed up anyway, only a holdout can tell: add a variant with isHoldout.',
    );
  });

  test('says how many page views more it takes while it is too early to tell', () => {
    const said = verdict(rows('warm', { shown: 500, accepted: 25 }), rows('none', { heldOut: 60, linked: 2 }));
    expect(said).toMatch(/^Too early to tell: [\d,]+ more page views\. 5\.0 % of 500 page views with the popup/);
  });

  test('says what the popup earns once that is certain', () => {
    const said = verdict(
      rows('warm', { shown: 9_000, accepted: 400, pending: 50 }),
      rows('none', { heldOut: 1_000, linked: 10 }),
    );
    expect(said).toMatch(
      /^The popup earns sign-ups: between 3\.\d\d and 4\.\d\d more for every 100 page views \(95 %\)/,
    );
  });

  test('does not hide that it costs sign-ups', () => {
    const said = verdict(rows('warm', { shown: 9_000, accepted: 90 }), rows('none', { heldOut: 1_000, linked: 50 }));
    expect(said).toMatch(
      /^The popup costs sign-ups: between 2\.\d\d and 5\.\d\d fewer for every 100 page views \(95 %\)/,
    );
  });
});

describe('the funnels', () => {
  const results = resultsOf([
    ...rows('=warm', { asked: 3, shown: 2, typed: 1, submitted: 1, pending: 1 }),
    ...rows('none', { asked: 1, heldOut: 1 }, 'phone'),
  ]);

  test('are one for each ask and one for each variant', () => {
    expect(results.byAsk.map(({ name, asked, signedUp }) => [name, asked, signedUp])).toEqual([
      ['email+phone', 3, 1],
      ['phone', 1, 0],
    ]);
    expect(results.byVariant.map(({ name }) => name)).toEqual(['=warm', 'none']);
  });

  test('are a table for a spreadsheet, in which no name is a formula', () => {
    expect(csvOf(results)).toBe(
      [
        'by,name,asked,shown,heldOut,typed,closed,submitted,signedUp',
        'ask,email+phone,3,2,0,1,0,1,1',
        'ask,phone,1,0,1,0,0,0,0',
        `variant,'=warm,3,2,0,1,0,1,1`,
        'variant,none,1,0,1,0,0,0,0',
      ].join('\n'),
    );
  });

  test('are lines of one width for a console, with the verdict below', () => {
    const lines = linesOf(results);
    expect(lines.at(-1)).toBe(results.verdict);
    expect(new Set(lines.slice(0, 3).map(({ length }) => length)).size).toBe(1);
  });
});
