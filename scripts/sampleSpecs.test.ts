import { expect, test } from 'vitest';
import { flatten, leftOut } from './sampleSpecs.mjs';

const specs = (file: string, line: number, ...titles: string[]) =>
  titles.map((title) => ({ title, file, line, tests: [{ projectName: 'desktop' }] }));
const loop = ['a', 'b', 'c', 'd', 'e', 'f'];
const titlesOf = (tests: readonly { titles: readonly string[] }[]) => tests.map(({ titles }) => titles.at(-1));
/** What a line leaves out that makes as many tests in a whole run. */
const outOf = (file: string, line: number, ...titles: string[]) => {
  const tests = listed(file, line, ...titles);
  return leftOut(tests, tests);
};
const listed = (file: string, line: number, ...titles: string[]) =>
  flatten({ title: file, file, specs: specs(file, line, ...titles) });

test('a sample runs every third test of a line, and not the first one of every line', () => {
  expect(titlesOf(outOf('page/one.spec.ts', 3, ...loop))).toEqual(['b', 'c', 'e', 'f']);
  expect(titlesOf(outOf('page/one.spec.ts', 4, ...loop))).toEqual(['a', 'c', 'd', 'f']);
  expect(titlesOf(outOf('page/one.spec.ts', 5, 'a', 'b', 'c'))).toEqual(['a', 'b']);
});

test('what stands once or twice, a case, or a visitor whose downloads are counted is never left out', () => {
  expect(outOf('page/one.spec.ts', 3, 'a', 'b')).toEqual([]);
  expect(outOf('cases/01.spec.ts', 3, ...loop)).toEqual([]);
  expect(outOf('budgets/budgets.spec.ts', 3, ...loop)).toEqual([]);
});

test('a test is named by its groups and its title, and not by its file again', () => {
  const file = 'page/one.spec.ts';
  const suite = { title: file, file, suites: [{ title: 'a page', file, specs: specs(file, 3, 'opens') }] };
  expect(flatten(suite)).toEqual([{ project: 'desktop', file, line: 3, titles: ['a page', 'opens'] }]);
});

test('what a spec has chosen already, one of each value, is left out by nobody else', () => {
  const chosen = listed('page/one.spec.ts', 3, ...loop);
  expect(leftOut(chosen, [...chosen, ...listed('page/one.spec.ts', 3, 'g')])).toEqual([]);
});
