import { describe, expect, test } from 'vitest';
import { flatten, leftOut } from './sampleSpecs.mjs';

interface Spec {
  readonly file: string;
  readonly line: number;
  readonly titles: readonly string[];
  readonly tags?: string[];
  readonly project?: string;
}

const listed = ({ file, line, titles, tags = [], project = 'desktop' }: Spec) =>
  flatten({
    title: file,
    file,
    specs: titles.map((title) => ({ title, file, line, tags, tests: [{ projectName: project }] })),
  });
const loop = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const titlesOf = (tests: readonly { titles: readonly string[] }[]) => tests.map(({ titles }) => titles.at(-1));
/** What is left out of a spec that makes as many tests in a whole run. */
const outOf = (spec: Spec, day = 0) => titlesOf(leftOut(listed(spec), listed(spec), day));
/** Tests of a file, each on a line of its own. */
const file = (name: string, count: number, more: Partial<Spec> = {}) =>
  loop.slice(0, count).flatMap((title, line) => listed({ file: name, line, titles: [title], ...more }));

describe('a loop', () => {
  test('plays another number than every sixth of its tests, and one at least', () => {
    expect(outOf({ file: 'page/one.spec.ts', line: 6, titles: loop })).toEqual(['b', 'c', 'd', 'e', 'f', 'h']);
    expect(outOf({ file: 'page/one.spec.ts', line: 7, titles: ['a', 'b'] })).toEqual(['a']);
    expect(outOf({ file: 'page/one.spec.ts', line: 7, titles: ['a'] })).toEqual([]);
  });

  test('of a case loses more than two in three, or one of a pair', () => {
    expect(outOf({ file: 'cases/01.spec.ts', line: 3, titles: ['a', 'b', 'c', 'd'] })).toEqual(['b', 'c']);
    expect(outOf({ file: 'cases/01.spec.ts', line: 3, titles: ['a', 'b'] })).toEqual([]);
  });

  test('that has chosen one of each value itself is thinned out again', () => {
    const chosen = listed({ file: 'page/one.spec.ts', line: 3, titles: loop });
    expect(leftOut(chosen, [...chosen, ...listed({ file: 'page/one.spec.ts', line: 3, titles: ['more'] })], 0)).toEqual(
      [],
    );
  });
});

describe('a property in many circumstances', () => {
  const tests = file('page/hostile/one.spec.ts', 7);
  const played = (day: number) => tests.filter((one) => !leftOut(tests, tests, day).includes(one));

  test('is not played in other circumstances on the next day, or lacks one after three days', () => {
    expect(titlesOf(played(0))).toEqual(['a', 'd', 'g']);
    expect(new Set([0, 1, 2].flatMap((day) => titlesOf(played(20_000 + day))))).toEqual(new Set(titlesOf(tests)));
  });

  test('is played on some days only, where it has few circumstances', () => {
    for (const count of [1, 2, 3]) {
      const few = file('page/hostile/one.spec.ts', count);
      for (const day of [0, 1, 2, 3, 4, 5]) expect(leftOut(few, few, day)).toHaveLength(count - 1);
    }
  });

  test('is looked for where each test is of something else', () => {
    const others = file('popup/triggers.spec.ts', 7);
    expect(leftOut(others, others, 0)).toEqual([]);
  });
});

test('a visitor whose downloads are counted is left out', () => {
  expect(outOf({ file: 'budgets/budgets.spec.ts', line: 3, titles: loop })).toEqual([]);
});

test('a test that says so is played in a plain run', () => {
  expect(outOf({ file: 'page/one.spec.ts', line: 3, titles: ['a'], tags: ['whole'] })).toEqual(['a']);
});

test('a small screen is not played on alternate days, or a case is not always played on it', () => {
  const tests = file('page/one.spec.ts', 4, { project: 'phone' });
  expect(titlesOf(leftOut(tests, tests, 0))).toEqual(['b', 'd']);
  expect(titlesOf(leftOut(tests, tests, 1))).toEqual(['a', 'c']);
  const ofCase = file('cases/01.spec.ts', 4, { project: 'phone' });
  expect(leftOut(ofCase, ofCase, 0)).toEqual([]);
});

test('a test is not named by its groups and its title, or by its file again', () => {
  const name = 'page/one.spec.ts';
  const specs = [{ title: 'opens', file: name, line: 3, tests: [{ projectName: 'desktop' }] }];
  const suite = { title: name, file: name, suites: [{ title: 'a page', file: name, specs }] };
  expect(flatten(suite)).toEqual([{ project: 'desktop', file: name, line: 3, tags: [], titles: ['a page', 'opens'] }]);
});
