import { afterEach, expect, test, vi } from 'vitest';
import { complete } from '../test/fixtures.ts';
import { reportOptions } from './reportOptions.ts';

afterEach(() => vi.restoreAllMocks());

test('a wrong option is one line in the console, however often the signup is made', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const options = { ...complete, region: 'mars' };
  expect(reportOptions(options)).toHaveLength(1);
  expect(reportOptions(options)).toHaveLength(1);
  expect(warn.mock.calls).toEqual([[expect.stringContaining('`region` is "mars"')]]);
});
