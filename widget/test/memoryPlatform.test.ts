import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MemoryCollector, MemoryPlatform } from './memoryPlatform.ts';

const widget = join(import.meta.dirname, '..');

test('scheduled tasks run when they are due, the earliest first, and may schedule others', async () => {
  const platform = new MemoryPlatform();
  const start = platform.now();
  const ran: [string, number][] = [];
  const note = (name: string) => void ran.push([name, platform.now() - start]);
  platform.schedule.after(200, () => note('second'));
  platform.schedule.after(100, () => {
    note('first');
    platform.schedule.after(50, () => note('planned by the first'));
  });
  platform.schedule.after(900, () => note('later'));
  platform.schedule.after(10, () => note('undone'))();
  await platform.advance(500);
  expect(ran).toEqual([
    ['first', 100],
    ['planned by the first', 150],
    ['second', 200],
  ]);
  expect(platform.now() - start).toBe(500);
  expect(platform.timers).toBe(1);
});

test('a prerendered page is notified once when it is shown', async () => {
  const platform = new MemoryPlatform({ isInactive: true });
  let shown = 0;
  platform.schedule.whenActive(() => {
    shown += 1;
  });
  await platform.advance(60_000);
  expect(shown).toBe(0);
  await platform.activate();
  await platform.activate();
  expect(shown).toBe(1);
});

test('a later page of the same browser finds what the earlier one left, at its time', async () => {
  const earlier = new MemoryPlatform();
  earlier.cookies.set('name', 'value', 1);
  earlier.local.set('key', 'text');
  await earlier.advance(1_000);
  const later = new MemoryPlatform({ browser: earlier });
  expect([later.cookie('name'), later.local.get('key'), later.now()]).toEqual(['value', 'text', earlier.now()]);
});

test('the collector answers in the given order, then with a bare 200', async () => {
  const collector = new MemoryCollector('unreachable', { status: 503 });
  const ask = () => collector.post({ url: 'https://collect.example.com/', body: '{"id":1}', timeout: 1 });
  await expect(ask()).rejects.toThrow(TypeError);
  expect(await ask()).toMatchObject({ status: 503 });
  expect(await ask()).toEqual({ status: 200, retryAfter: null, body: undefined });
  expect(collector.bodies()).toEqual([{ id: 1 }, { id: 1 }, { id: 1 }]);
});

test('only tests import it', () => {
  const sources = readdirSync(widget, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|(^|[\\/])test[\\/]/.test(path),
  );
  const users = sources.filter((path) => /\bMemoryPlatform\b/.test(readFileSync(join(widget, path), 'utf8')));
  expect(users).toEqual([]);
});
