import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noteVisit } from '../popup/visit.ts';
import { createEmitter } from '../signup/events.ts';
import { runtimeOf, sessionOf, settingsOf } from '../test/fixtures.ts';
import { MemoryPlatform } from '../test/memoryPlatform.ts';
import { readSetupOptions } from './readSetupOptions.ts';
import { route } from './route.ts';
import { start } from './setup.ts';

beforeEach(() => {
  vi.stubGlobal('window', { navigation: { currentEntry: {} } });
  vi.stubGlobal('location', { href: 'https://shop.example.com/' });
});
afterEach(() => vi.unstubAllGlobals());

const visit = (once: unknown, platform = new MemoryPlatform()) => {
  const runtime = runtimeOf(platform, 'open');
  const events = createEmitter(() => {});
  const context = sessionOf({ settings: settingsOf({ trigger: { once } }), runtime, events, stripOwn: () => {} });
  return { context, events, platform };
};

const opened = { ask: 'email+phone', reason: 'unknown', isOpenedByHost: false } as const;

test.each([
  ['page', false],
  ['visit', true],
  [undefined, true],
])('with `once` %o, whether it has opened counts on the next route: %o', (once, counts) => {
  const { context } = visit(once);
  context.amend({ hasOpened: true });
  route(context, readSetupOptions(context.settings), false);
  expect(!!context.hasOpened).toBe(counts);
});

test('with `once: visit` it has opened on the next page of the tab, where it opened by itself', async () => {
  const { context, events, platform } = visit('visit');
  await start(context);
  events.emit('open', { ...opened, isOpenedByHost: true });
  events.emit('open', opened);
  await vi.waitFor(() => expect(platform.session.get('hello_again_visit')).toContain('"opened":["default"]'));
  const next = visit('visit', platform);
  await noteVisit(next.context);
  expect(next.context.hasOpened).toBe(true);
  const other = visit(undefined, platform);
  await noteVisit(other.context);
  expect(other.context.hasOpened).toBeUndefined();
});
