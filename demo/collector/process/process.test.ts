import { afterEach, expect, it, vi } from 'vitest';
import { log } from './process.ts';

afterEach(() => void vi.restoreAllMocks());

it('the log has requests on one stream and failures on the other', () => {
  const out = vi.spyOn(console, 'log').mockReturnValue();
  const failures = vi.spyOn(console, 'error').mockReturnValue();
  log('POST /v1/submissions 200 3 ms');
  log('error TypeError');
  log('error: the sender of texts answered 500');
  expect(out.mock.calls).toEqual([['POST /v1/submissions 200 3 ms']]);
  expect(failures.mock.calls).toEqual([['error TypeError'], ['error: the sender of texts answered 500']]);
});
