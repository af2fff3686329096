import { expect, test } from 'vitest';
import { settingsOf } from '../test/fixtures.ts';
import { readSendingOptions } from './readSendingOptions.ts';

const read = (options: object = {}) => readSendingOptions(settingsOf(options));

test.each<[unknown, number]>([
  [undefined, 24],
  [3, 3],
  ['3', 3],
  [0, 0],
  [1_000, 168],
  [-1, 24],
  ['soon', 24],
  [{}, 24],
])('keepUnsent %j is read as %d hours', (keepUnsent, hours) => {
  expect(read({ keepUnsent }).keepFor).toBe(hours * 3_600_000);
});

test.each([[['page', 'sort']], ['page, sort'], ['page sort']])('%j is read as two parameters', (keepParameters) => {
  expect(read({ keepParameters }).keptParameters).toEqual(['page', 'sort']);
});

test('the script tag’s adapter is found by its name', () => {
  expect(read({ to: 'klaviyo' }).adapter).toBe('klaviyo');
});
