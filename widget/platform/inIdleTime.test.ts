import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inIdleTime } from './inIdleTime.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A browser whose idle moments come one at a time. */
function browserThatIdles() {
  const waiting: { readonly run: () => void; readonly timeout: number | undefined }[] = [];
  const requestIdleCallback = (run: () => void, options?: IdleRequestOptions) =>
    waiting.push({ run, timeout: options?.timeout });
  vi.stubGlobal('window', { requestIdleCallback });
  vi.stubGlobal('requestIdleCallback', requestIdleCallback);
  return waiting;
}

test('each step has an idle moment of its own, in order, and waits for it a second at most', () => {
  const waiting = browserThatIdles();
  const done: number[] = [];
  inIdleTime([() => done.push(1), () => done.push(2)]);
  expect(done).toEqual([]);
  expect(waiting.map(({ timeout }) => timeout)).toEqual([1_000]);
  waiting.shift()?.run();
  expect(done).toEqual([1]);
  waiting.shift()?.run();
  expect(done).toEqual([1, 2]);
  expect(waiting).toEqual([]);
});

test('an error in a step is caught, and no step follows it', () => {
  const waiting = browserThatIdles();
  const after = vi.fn();
  inIdleTime([
    () => {
      throw new Error('no such names');
    },
    after,
  ]);
  expect(() => waiting.shift()?.run()).not.toThrow();
  expect(waiting).toEqual([]);
  expect(after).not.toHaveBeenCalled();
});

test('the steps are run in a browser without idle callbacks, too', () => {
  vi.stubGlobal('window', {});
  const step = vi.fn();
  inIdleTime([step, step]);
  expect(step).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(step).toHaveBeenCalledTimes(2);
});

test('what waits for an idle moment throws into a test run that has taken its page away', () => {
  expect('window' in globalThis).toBe(false);
  expect(() => inIdleTime([() => {}])).not.toThrow();
});
