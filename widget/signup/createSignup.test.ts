import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { optionTable } from '../config/table.ts';
import { complete } from '../test/fixtures.ts';
import { MemoryPlatform } from '../test/memoryPlatform.ts';
import { composeSignup, type Registry } from './createSignup.ts';

let platform: MemoryPlatform;
let registry: Registry;

vi.mock('../platform/browser.ts', () => ({ createPlatform: () => platform }));

beforeEach(() => {
  platform = new MemoryPlatform();
  registry = { signups: new Map() };
  vi.stubGlobal('location', { hostname: 'shop.example.com' });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const compose = (options: object = {}) => composeSignup(registry, { ...complete, ...options });

/** A delivery of the page that counts how often it is stopped. */
function withDelivery(): { stopped: number } {
  const counted = { stopped: 0 };
  if (!registry.runtime) throw new Error('no signup yet');
  registry.runtime.amend({
    delivery: {
      send: async () => ({ kind: 'waiting' }),
      flush: () => {},
      withdraw: () => {},
      stop: () => {
        counted.stopped += 1;
      },
    },
  });
  return counted;
}

describe('several signups on a page', () => {
  test('share one runtime', () => {
    compose({ id: 'first', clickDomains: ['click.mailer.example'] });
    const { runtime } = registry;
    compose({ id: 'second', clickDomains: 'links.example', identify: [{ issuer: 'news', isStable: true }] });
    expect(registry.runtime).toBe(runtime);
    expect(runtime?.clickDomains).toEqual(['click.mailer.example', 'links.example']);
    expect(runtime?.issuers.map(({ issuer }) => issuer)).toEqual(['own', 'news']);
  });

  test('leave the page’s delivery running until the last is destroyed, and then nothing is left', () => {
    const [first, second] = [compose({ id: 'first' }), compose({ id: 'second' })];
    const delivery = withDelivery();
    first.destroy();
    expect([delivery.stopped, [...registry.signups.keys()]]).toEqual([0, ['second']]);
    second.destroy();
    expect([delivery.stopped, registry.signups.size, registry.runtime]).toEqual([1, 0, undefined]);
    expect([platform.timers, platform.listeners]).toEqual([0, 0]);
  });

  test('of one id are the first, with a warning', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const first = compose();
    expect(compose({ brand: 'Another' })).toBe(first);
    expect(warn.mock.calls).toEqual([['hello-again: loaded twice']]);
  });

  test('use the first one’s storage option', () => {
    compose({ id: 'first', storage: 'banner' });
    compose({ id: 'second', storage: 'allowed' });
    expect(registry.runtime?.storageConsent).toBe('waiting');
  });
});

test.each([
  ['allowed', 'open'],
  ['banner', 'waiting'],
  ['none', 'page'],
  ['yes', 'page'],
  [undefined, 'page'],
])('storage %o starts with the permission %s', (storage, permission) => {
  compose({ storage });
  expect(registry.runtime?.storageConsent).toBe(permission);
});

test('a signup created after the last was destroyed starts anew', () => {
  compose({ storage: 'banner' }).destroy();
  compose({ storage: 'allowed' });
  expect([registry.signups.size, registry.runtime?.storageConsent]).toEqual([1, 'open']);
});

test('invalid issuers in a JSON block break nothing', () => {
  const signup = compose({ identify: [null, 0, '', {}, { issuer: 'news', parameters: [{ name: 'n', decode: 'x' }] }] });
  expect(signup.decide()).toMatchObject({ reason: 'unknown' });
});

describe.each(Object.keys(optionTable))('the option %s', (name) => {
  test.each([
    ['a symbol', Symbol('x')],
    ['an object without a prototype', Object.create(null)],
    ['a list of both', [Symbol('x'), Object.create(null), null]],
    ['an object of both', { include: [Symbol('x')], url: Object.create(null), delay: Symbol('x') }],
  ])('is no reason to throw into the host’s page when it is %s', (_kind, value) => {
    const signup = compose({ [name]: value });
    signup.decide();
    expect(() => signup.setConsent(value as never)).not.toThrow();
    signup.destroy();
  });
});
