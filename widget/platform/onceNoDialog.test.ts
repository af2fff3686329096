import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MemoryPlatform } from '../test/memoryPlatform.ts';
import { onceNoDialog } from './onceNoDialog.ts';
import { FakeWindow } from './test/dialogs.ts';

let page: FakeWindow;
let platform: MemoryPlatform;
let calls: number;
let undo: () => void;

beforeEach(() => {
  page = new FakeWindow();
  page.dialogs = [{}];
  platform = new MemoryPlatform();
  calls = 0;
  undo = onceNoDialog(platform.schedule.after, () => {
    calls += 1;
  });
});
afterEach(() => vi.unstubAllGlobals());

test('the page is not examined while nothing changes', async () => {
  expect(platform.timers).toBe(0);
  await platform.advance(600_000);
  expect([calls, platform.timers]).toEqual([0, 0]);
});

test('the callback runs once, when the dialog has gone, and then nothing is observed', async () => {
  page.change();
  await platform.advance(1_000);
  expect(calls).toBe(0);
  page.change([]);
  await platform.advance(1_000);
  page.dispatchEvent(new Event('transitionend'));
  expect([calls, page.observed, platform.timers]).toEqual([1, 0, 0]);
});

test('a page that changes all the time is examined only now and then', () => {
  for (let i = 0; i < 50; i += 1) page.change();
  expect(platform.timers).toBe(1);
});

test('a dialog that its style sheet fades out counts as gone at the end', async () => {
  page.dialogs = [{ isVisible: false }];
  page.dispatchEvent(new Event('transitionend'));
  await platform.advance(1_000);
  expect(calls).toBe(1);
});

test('a shadow tree that was added later is observed as well', async () => {
  const { observed } = page;
  page.hosts = [{ shadow: [{}] }];
  page.change([]);
  await platform.advance(1_000);
  expect([calls, page.observed]).toEqual([0, observed + 2]);
});

test('the callback does not run after it was undone', async () => {
  page.change([]);
  undo();
  page.dispatchEvent(new Event('transitionend'));
  await platform.advance(1_000);
  expect([calls, page.observed, platform.timers]).toEqual([0, 0, 0]);
});
