import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const names = ['storage', 'store', 'terms', 'trigger', 'texts', 'id'];

test.each<[string, string | undefined]>([
  ['storge', 'storage'],
  ['stoarge', 'storage'],
  ['Terms', 'terms'],
  ['term', 'terms'],
  ['triger', 'trigger'],
  ['colour', undefined],
  ['x', undefined],
])('%s is corrected to %s', (typed, meant) => {
  expect(nearest(typed, names)).toBe(meant);
});
