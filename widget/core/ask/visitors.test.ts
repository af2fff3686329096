import { expect, test } from 'vitest';
import { askTable } from './decide.ts';
import { visitors } from './visitors.ts';

test('the documentation describes the visitor of every row, in the table’s order', () => {
  expect(Object.keys(visitors)).toEqual(askTable.map((row) => row.reason));
});

test('no two rows describe the same visitor', () => {
  const described = Object.values(visitors);
  expect(described.every((text) => text.length > 0)).toBe(true);
  expect(new Set(described).size).toBe(described.length);
});
