import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { complete } from '../test/fixtures.ts';
import { MemoryPlatform } from '../test/memoryPlatform.ts';
import { composeSignup, type Registry } from './createSignup.ts';
import { heldSignups } from './heldSignups.ts';
import type { Maker } from './shared.ts';

let registry: Registry;
let maker: Maker;

let platform: MemoryPlatform;

vi.mock('../platform/browser.ts', () => ({ createPlatform: () => platform }));

beforeEach(() => {
  registry = { signups: new Map() };
  maker = heldSignups(registry, composeSignup);
  platform = new MemoryPlatform();
  vi.stubGlobal('location', { hostname: 'shop.example' });
});

afterEach(() => vi.unstubAllGlobals());

const make = (options: object = {}) => maker.compose({ ...complete, ...options });

test('what the page knows of its visitor outlives a signup that is destroyed and made again', () => {
  const first = make();
  const { runtime } = registry;
  first.destroy();
  make();
  expect(registry.runtime).toBe(runtime);
});

test('a link that was followed while there was no signup counts for the next one', () => {
  make().destroy();
  platform.bar = 'https://shop.example.com/next?ha_id=c-42';
  make();
  expect(registry.runtime?.platform.address.captured).toBe('https://shop.example.com/next?ha_id=c-42');
});

test('another word on storage is another beginning', () => {
  make({ storage: 'banner' }).destroy();
  make({ storage: 'allowed' });
  expect(registry.runtime?.storageConsent).toBe('open');
});

test('the delivery stops with the last signup, and another one may begin', () => {
  make().destroy();
  const stop = vi.fn();
  const nothing = () => {};
  const send = () => Promise.resolve({ kind: 'waiting' } as const);
  registry.runtime?.amend({ delivery: { send, flush: nothing, withdraw: nothing, stop } });
  maker.release?.();
  expect(stop).toHaveBeenCalledOnce();
  expect(registry.runtime?.delivery).toBeUndefined();
});
