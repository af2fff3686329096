import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Provider } from '../providers/provider.ts';
import { createEmitter } from '../signup/events.ts';
import type { Runtime, StorageConsent } from '../signup/page.ts';
import type { SignupContext } from '../signup/session.ts';
import { runtimeOf, sessionOf, settingsOf } from '../test/fixtures.ts';
import { MemoryPlatform } from '../test/memoryPlatform.ts';
import { start } from './setup.ts';

// Synthetic.
const token = 'Syn7het1c_-ExchangeIdOfNobody0123456789Wg=.SYNTH1';
const cookieOf = (held: unknown) => btoa(JSON.stringify(held));

let page: { __st?: unknown; navigation: object };

beforeEach(() => {
  page = { navigation: { currentEntry: {} } };
  vi.stubGlobal('window', page);
  vi.stubGlobal('location', { href: 'https://shop.example.com/' });
});
afterEach(() => vi.unstubAllGlobals());

async function visit(
  identify: unknown,
  url = '',
  jar: Record<string, string> = {},
  permission: StorageConsent = 'open',
) {
  const platform = new MemoryPlatform({ url: `https://shop.example.com/${url}` });
  for (const [name, value] of Object.entries(jar)) platform.jar.set(name, value);
  const runtime = runtimeOf(platform, permission);
  return { platform, runtime, ...(await startOn(runtime, identify)) };
}

async function startOn(runtime: Runtime, identify: unknown) {
  const settings = settingsOf({ identify });
  runtime.issuers.push(...(settings.identify as Provider[]).filter((i) => i?.issuer));
  const stripOwn = () => runtime.platform.address.strip(['ha', 'ha_id', 'ha_has', ...settings.emailParameters]);
  const context = sessionOf({
    settings,
    runtime,
    events: createEmitter(() => {}),
    undos: [],
    missing: new Set(),
    stripOwn,
  });
  await start(context);
  return { context };
}

const decided = ({ events }: SignupContext) =>
  events.emit('decide', { ask: 'phone', reason: 'known-needs-phone', certainty: 'claimed' });

const inShort = (runtime: Runtime) => runtime.evidence().map((e) => `${e.claim} ${e.issuer} ${e.value}`);

describe('providers that are named by texts', () => {
  test.each<[string, unknown]>([
    ['a list', ['klaviyo', 'mailchimp']],
    ['an attribute', 'klaviyo, mailchimp'],
    ['a list with what is none', ['klaviyo', 'klavio', 'mailchimp', 'toString', null, 7]],
  ])('as %s are the page’s issuers once they have loaded', async (_what, identify) => {
    const { runtime } = await visit(identify, `?_kx=${token}&mc_eid=5ca1ab1e00`);
    expect(inShort(runtime)).toEqual([`link klaviyo ${token}`, 'link mailchimp 5ca1ab1e00']);
  });

  test('of one account ignore identifiers of another', async () => {
    const ours = await visit('klaviyo:SYNTH1', `?_kx=${token}`);
    const others = await visit('klaviyo:OTHER2', `?_kx=${token}`);
    expect([inShort(ours.runtime).length, inShort(others.runtime).length]).toEqual([1, 0]);
  });

  test('of two signups on a page count once', async () => {
    page.__st = { cid: 7 };
    const { runtime } = await visit('klaviyo,shopify', `?_kx=${token}`);
    await startOn(runtime, 'klaviyo,shopify');
    expect(inShort(runtime)).toEqual([`link klaviyo ${token}`, 'page:shopify shopify 7']);
  });

  test('do not exist where none is named', async () => {
    const { runtime } = await visit([], `?_kx=${token}`);
    expect(inShort(runtime)).toEqual([]);
  });
});

describe('a visitor who has opted out of a provider', () => {
  const jar = { __kla_off: 'true', __kla_id: cookieOf({ $exchange_id: token, $email: 'penny@example.com' }) };

  test('is not identified by it, by link or cookie', async () => {
    const { runtime, platform } = await visit('klaviyo,mailchimp', `?_kx=${token}&mc_eid=5ca1ab1e00`, jar);
    expect(inShort(runtime)).toEqual(['link mailchimp 5ca1ab1e00']);
    platform.jar.set('__kla_off', 'false');
    expect(inShort(runtime)).toHaveLength(4);
  });

  test.each<StorageConsent>(['page', 'waiting', 'refused'])(
    'is not looked for while the storage permission is %s',
    async (permission) => {
      const { runtime, platform } = await visit('klaviyo', `?_kx=${token}`, jar, permission);
      runtime.evidence();
      expect(platform.cookiesRead).toEqual([]);
    },
  );
});

describe('the page’s own statement', () => {
  test('counts with any storage permission, as it is at the time of asking', async () => {
    const { runtime } = await visit('shopify', '', {}, 'refused');
    expect(inShort(runtime)).toEqual([]);
    page.__st = { cid: 7 };
    expect(inShort(runtime)).toEqual(['page:shopify shopify 7']);
  });

  test('is read for an owner’s provider as well', async () => {
    page.__st = { cid: 7 };
    const decode = (value: string | number) => [{ field: 'profile', value: `c${value}`, strength: 'proof' }];
    const { runtime } = await visit([{ issuer: 'theirs', isStable: true, pageValues: [{ path: '__st.cid', decode }] }]);
    expect(inShort(runtime)).toEqual(['page:theirs theirs c7']);
  });
});

describe('the parameter of a provider', () => {
  test('stays until the provider’s script has stored it, and is then stripped', async () => {
    const { platform, context } = await visit('klaviyo', `?_kx=${token}&x=1`);
    platform.jar.set('__kla_id', cookieOf({ cid: 'x' }));
    decided(context);
    expect(platform.bar).toContain('_kx=');
    platform.jar.set('__kla_id', cookieOf({ cid: 'x', $exchange_id: token }));
    decided(context);
    expect(platform.bar).toBe('https://shop.example.com/?x=1');
  });

  test('stays where the cookie identifies somebody else, or may not be read', async () => {
    const other = cookieOf({ $exchange_id: token.replace('Syn', 'Other') });
    const differs = await visit('klaviyo', `?_kx=${token}`, { __kla_id: other });
    const unread = await visit('klaviyo', `?_kx=${token}`, { __kla_id: cookieOf({ $exchange_id: token }) }, 'page');
    for (const { context, platform } of [differs, unread]) {
      decided(context);
      expect(platform.bar).toContain('_kx=');
    }
  });

  test('stays once the signup is destroyed', async () => {
    const { platform, context } = await visit('klaviyo', `?_kx=${token}`);
    for (const undo of context.undos) undo();
    platform.jar.set('__kla_id', cookieOf({ $exchange_id: token }));
    decided(context);
    expect(platform.bar).toContain('_kx=');
  });
});

describe('a page whose router moves on', () => {
  /** The same page at its next address. */
  const goes = async (page: Awaited<ReturnType<typeof visit>>, path: string) => {
    page.platform.bar = `https://shop.example.com/${path}`;
    await start(page.context);
    return inShort(page.runtime);
  };

  test('is read again where the address carries a new identifier', async () => {
    const page = await visit([], '?ha_id=penny-1');
    expect(await goes(page, 'p/1?ha_id=rosa-1&x=1')).toEqual(['link own rosa-1']);
    expect(page.platform.bar).toBe('https://shop.example.com/p/1?x=1');
  });

  test('keeps the landing link’s identifiers otherwise', async () => {
    const page = await visit('klaviyo', `?ha_id=penny-1&_kx=${token}`);
    const landed = inShort(page.runtime);
    expect(landed).toHaveLength(2);
    expect(await goes(page, 'p/1')).toEqual(landed);
    // A router may carry a query from route to route.
    expect(await goes(page, `p/2?_kx=${token}`)).toEqual(landed);
  });

  test('does not bring back a link that has been answered', async () => {
    const page = await visit('klaviyo', `?_kx=${token}`);
    page.runtime.dropLink();
    expect(await goes(page, `p/1?_kx=${token}`)).toEqual([]);
    expect(await goes(page, 'p/1?ha_id=rosa-1')).toEqual(['link own rosa-1']);
    page.runtime.dropLink();
    expect(inShort(page.runtime)).toEqual([]);
  });

  test.each<[StorageConsent, string[]]>([
    ['waiting', ['link own penny-1']],
    ['refused', []],
  ])('is not read while the storage permission is %s', async (permission, landed) => {
    const page = await visit([], '?ha_id=penny-1', {}, permission);
    await goes(page, 'p/1?ha_id=rosa-1');
    page.runtime.setStorageConsent('open');
    expect(inShort(page.runtime)).toEqual(landed);
  });

  test('leaves the popup and the ask alone where its address is merely rewritten', async () => {
    const page = await visit([], '?ha_id=penny-1');
    const reasons: string[] = [];
    page.context.amend({ popup: { close: (reason) => reasons.push(reason), isUntouched: () => true } });
    page.platform.bar = 'https://shop.example.com/?variant=42#reviews';
    expect(await start(page.context, true)).toBe(false);
    expect(reasons).toEqual([]);
  });

  test('takes the ask anew where a rewritten address names somebody', async () => {
    const page = await visit([], '?ha_id=penny-1');
    page.platform.bar = 'https://shop.example.com/?ha_id=rosa-1';
    expect(await start(page.context, true)).toBe(true);
    expect(inShort(page.runtime)).toEqual(['link own rosa-1']);
  });

  test.each([
    [true, ['route']],
    [false, []],
  ])('closes a popup only where nobody has begun to fill it in: %s', async (isUntouched, closed) => {
    const page = await visit([]);
    const reasons: string[] = [];
    page.context.amend({ popup: { close: (reason) => reasons.push(reason), isUntouched: () => isUntouched } });
    await goes(page, 'p/1');
    expect(reasons).toEqual(closed);
  });
});

describe('a link that was shared in public', () => {
  test('identifies nobody by the cookie that the provider makes of it', async () => {
    const jar = { __kla_id: cookieOf({ $exchange_id: token }) };
    const platform = new MemoryPlatform({
      url: `https://shop.example.com/?_kx=${token}`,
      referrer: 'https://forum.example.net/',
    });
    const runtime = runtimeOf(platform);
    await startOn(runtime, 'klaviyo');
    platform.jar.set('__kla_id', jar.__kla_id);
    expect(runtime.evidence().map((e) => [e.source, e.isShared])).toEqual([
      ['link', true],
      ['cookie', true],
    ]);
  });
});

// That its code is fetched once more, and told of where it cannot be, is the controller's: see controller.test.ts.
test('a popup that only a click opens is planned by the code that fetches it', async () => {
  const platform = new MemoryPlatform();
  const planned = vi.fn();
  const context = sessionOf({
    settings: settingsOf({ trigger: { manual: true, click: '#opener' } }),
    runtime: runtimeOf(platform, 'open'),
    events: createEmitter(() => {}),
    undos: [],
    missing: new Set(),
    stripOwn: () => {},
    planPopup: planned,
  });
  await start(context);
  expect(planned).not.toHaveBeenCalled();
  decided(context);
  expect(planned).toHaveBeenCalledTimes(1);
});
