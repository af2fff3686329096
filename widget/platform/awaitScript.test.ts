import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { awaitScript } from './awaitScript.ts';

let listeners: Set<() => void>;
let page: { thing?: unknown };

beforeEach(() => {
  vi.useFakeTimers();
  listeners = new Set();
  page = {};
  vi.stubGlobal('window', page);
  vi.stubGlobal('document', {
    addEventListener: (_name: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_name: string, listener: () => void) => listeners.delete(listener),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const loaded = () => [...listeners].forEach((listener) => void listener());

test('a present object is found at once, without leaving a listener', async () => {
  page.thing = 7;
  expect(await awaitScript((p) => p.thing, 10_000)).toBe(7);
  expect([listeners.size, vi.getTimerCount()]).toEqual([0, 0]);
});

test('an object that a script brings is found when the script has loaded, without a timer', async () => {
  const waiting = awaitScript((p) => p.thing, 10_000);
  expect(vi.getTimerCount()).toBe(1);
  loaded();
  page.thing = 7;
  loaded();
  expect(await waiting).toBe(7);
  expect([listeners.size, vi.getTimerCount()]).toEqual([0, 0]);
});

test('an object that never comes is given up', async () => {
  const waiting = awaitScript((p) => p.thing, 10_000);
  const failed = expect(waiting).rejects.toThrow();
  await vi.advanceTimersByTimeAsync(10_000);
  await failed;
  expect([listeners.size, vi.getTimerCount()]).toEqual([0, 0]);
});

test('an object that came without a script is found at the end', async () => {
  const waiting = awaitScript((p) => p.thing, 10_000);
  page.thing = 7;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await waiting).toBe(7);
});
