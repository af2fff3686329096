import { expect, test } from 'vitest';
import { flatten, leftOut } from './sampleSpecs.mjs';

const specs = (file: string, line: number, ...titles: string[]) =>
  titles.map((title) => ({ title, file, line, tests: [{ projectName: 'desktop' }] }));
const loop = ['a', 'b', 'c', 'd', 'e', 'f'];
const titlesOf = (tests: readonly { titles: readonly string[] }[]) => tests.map(({ titles }) => titles.at(-1));
const listed = (file: string, line: number, ...titles: string[]) =>
  flatten({ title: file, file, specs: specs(file, line, ...titles) });

test('a sample runs every third test of a line, and not the first one of every line', () => {
  expect(titlesOf(leftOut(listed('page/one.spec.ts', 3, ...loop)))).toEqual(['b', 'c', 'e', 'f']);
  expect(titlesOf(leftOut(listed('page/one.spec.ts', 4, ...loop)))).toEqual(['a', 'c', 'd', 'f']);
  expect(titlesOf(leftOut(listed('page/one.spec.ts', 5, 'a', 'b', 'c')))).toEqual(['a', 'b']);
});

test('what stands once or twice, a case, or a visitor whose downloads are counted is never left out', () => {
  expect(leftOut(listed('page/one.spec.ts', 3, 'a', 'b'))).toEqual([]);
  expect(leftOut(listed('cases/01.spec.ts', 3, ...loop))).toEqual([]);
  expect(leftOut(listed('budgets/budgets.spec.ts', 3, ...loop))).toEqual([]);
});

test('a test is named by its groups and its title, and not by its file again', () => {
  const file = 'page/one.spec.ts';
  const suite = { title: file, file, suites: [{ title: 'a page', file, specs: specs(file, 3, 'opens') }] };
  expect(flatten(suite)).toEqual([{ project: 'desktop', file, line: 3, titles: ['a page', 'opens'] }]);
});
