import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Issuer } from '../core/identity/issuer.ts';
import { sharedMark } from '../core/identity/shared.ts';
import { remembersDismissal, remembersShown } from '../core/memory/changes.ts';
import { emptyMemory } from '../core/memory/memory.ts';
import type { Runtime, StorageConsent } from '../signup/page.ts';
import { lookupKey } from '../signup/storageKeys.ts';
import { writeCookiesOf } from '../test/cookies.ts';
import { runtimeOf, tokenOf } from '../test/fixtures.ts';
import { MemoryPlatform } from '../test/memoryPlatform.ts';
import { sha256 } from '../test/sha256.ts';
import { erase, fingerprintOf, keyOf, refuse, remember, settle } from './remember.ts';

vi.mock('../platform/sha256.ts', () => import('../test/sha256.ts'));
vi.mock('../platform/cookies.ts', () => import('../test/cookies.ts'));

let browser: MemoryPlatform;

/** Opens a page in the browser at hand. */
function visit(search = '', { permission = 'open' as StorageConsent, referrer = '' } = {}): Runtime {
  browser = new MemoryPlatform({ url: `https://shop.example.com/${search}`, referrer, browser });
  writeCookiesOf(browser);
  return runtimeOf(browser, permission);
}

const cookie = () => browser.jar.get('hello_again');
const seenValues = (runtime: Runtime) => runtime.memory().seen.identifiers.map(({ value }) => value);
const standing = (runtime: Runtime) => runtime.evidence().map((e) => [e.value, runtime.refusal(e)]);

beforeEach(() => {
  browser = new MemoryPlatform();
});

describe('a change of memory', () => {
  test('is read on the next page', () => {
    remember(visit(), (m) => remembersDismissal(m, 1_769_860_800));
    expect(visit().memory().seen.dismissedAt).toBe(1_769_860_800);
  });

  test.each(['waiting', 'page', 'refused'] as const)(
    'with the storage permission %s is kept for this page alone',
    (permission) => {
      const runtime = visit('', { permission });
      remember(runtime, (m) => remembersDismissal(m, 1_769_860_800));
      expect(runtime.memory().seen.dismissedAt).toBe(1_769_860_800);
      expect([browser.jar.size, browser.cookiesRead, visit().memory()]).toEqual([0, [], emptyMemory]);
    },
  );

  test('is pending before the banner is answered, and then written on top of what was remembered before', async () => {
    remember(visit(), (m) => remembersShown(m, 1_769_000_000, 0));
    const runtime = visit('', { permission: 'waiting' });
    remember(runtime, (m) => remembersDismissal(m, 1_769_860_800));
    runtime.setStorageConsent('open');
    await settle(runtime);
    expect(runtime.pendingChanges).toEqual([]);
    expect(visit().memory().seen).toMatchObject({ shown: 1, dismissedAt: 1_769_860_800 });
  });

  test('is never written over what a newer version wrote', () => {
    browser.jar.set('hello_again', "2{'seen':{'shown':2},'new':1}");
    const before = cookie();
    const runtime = visit();
    remember(runtime, (m) => remembersDismissal(m, 1_769_860_800));
    expect(runtime.memory().seen).toMatchObject({ shown: 2, dismissedAt: 1_769_860_800 });
    expect(cookie()).toBe(before);
  });
});

describe('the identifiers of a link', () => {
  test('are remembered, and identify the visitor who returns without the link', async () => {
    await settle(visit('?ha_id=penny-1&ha_has=email'));
    const runtime = visit();
    expect(runtime.evidence()).toMatchObject([{ value: 'penny-1', source: 'cookie', strength: 'token' }]);
    expect(runtime.linkHint()).toEqual({ subscribed: { email: true, sms: false }, byText: undefined });
  });

  test('keep on later pages that the link came in a text message', async () => {
    await settle(visit('?ha_id=penny-1&utm_medium=sms'));
    expect(visit().linkHint().byText).toBe(true);
  });

  test('are remembered once, however often the link is followed', async () => {
    for (let i = 0; i < 3; i += 1) await settle(visit('?ha_id=penny-1'));
    expect(seenValues(visit())).toEqual(['penny-1']);
  });

  test.each(['waiting', 'page', 'refused'] as const)(
    'are not kept with the storage permission %s',
    async (permission) => {
      await settle(visit('?ha_id=penny-1', { permission }));
      expect(browser.jar.size).toBe(0);
    },
  );

  test('are not kept where the link was followed from a public page', async () => {
    await settle(visit('?ha_id=penny-1', { referrer: 'https://forum.example.net/thread' }));
    expect(seenValues(visit())).toEqual([]);
  });

  test('are not kept where they are an email in clear', async () => {
    const runtime = visit('?e=penny@example.com');
    const decode = (value: string) => [{ field: 'email', value, strength: 'clear' } as const];
    runtime.issuers.push({ issuer: 'mail', parameters: [{ name: 'e', decode }], cookies: [], isStable: true });
    expect(runtime.evidence()).toHaveLength(1);
    await settle(runtime);
    expect(browser.jar.size).toBe(0);
  });
});

describe('a refused identifier', () => {
  test('is refused at once, on this page and on the next', async () => {
    const here = visit('?ha_id=penny-1');
    await settle(here);
    await refuse(here, here.evidence());
    expect(standing(here)).toEqual([['penny-1', 'refused']]);
    const next = visit('?ha_id=penny-1');
    expect(standing(next)).toEqual([['penny-1', 'unchecked']]);
    await settle(next);
    expect(standing(next)).toEqual([['penny-1', 'refused']]);
  });

  test('is refused before its fingerprint has been computed', async () => {
    const here = visit('?ha_id=penny-1');
    const refusing = refuse(here, here.evidence());
    expect(standing(here)).toEqual([['penny-1', 'refused']]);
    await refusing;
  });

  test('is deleted by value, and recognised by a fingerprint too short to identify anybody', async () => {
    const runtime = visit('?ha_id=penny-1');
    await settle(runtime);
    await refuse(runtime, runtime.evidence());
    expect(cookie()).not.toContain('penny');
    expect(visit().memory().seen.refused).toEqual([(await sha256('penny-1')).slice(0, 6)]);
  });

  test('does not come back by the same link', async () => {
    const here = visit('?ha_id=penny-1');
    await refuse(here, here.evidence());
    await settle(visit('?ha_id=penny-1'));
    expect(seenValues(visit())).toEqual([]);
  });

  test('is refused in every token of the same person', async () => {
    const here = visit(`?ha_id=${tokenOf('penny', 1)}`);
    await refuse(here, here.evidence());
    const next = visit(`?ha_id=${tokenOf('penny', 2)}`);
    await settle(next);
    expect(next.evidence().map(next.refusal)).toEqual(['refused']);
  });

  test('does not affect another person’s link', async () => {
    const here = visit('?ha_id=penny-1');
    await refuse(here, here.evidence());
    const next = visit('?ha_id=sam-1');
    await settle(next);
    expect(standing(next)).toEqual([['sam-1', undefined]]);
  });

  test('without permission to store is refused on this page, and written once the permission comes', async () => {
    const here = visit('?ha_id=penny-1', { permission: 'page' });
    await refuse(here, here.evidence());
    expect([standing(here), browser.jar.size]).toEqual([[['penny-1', 'refused']], 0]);
    here.setStorageConsent('open');
    await settle(here);
    expect(visit().memory().seen.refused).toHaveLength(1);
  });

  test('loses what the lookup said about it', async () => {
    const here = visit('?ha_id=penny-1');
    here.amend({ lookup: { known: true, hint: 'p•••@example.com' } });
    await refuse(here, here.evidence());
    expect(here.lookup).toBeUndefined();
  });
});

test('erasing deletes all that is ours, and nothing else', () => {
  const runtime = visit();
  remember(runtime, (m) => remembersDismissal(m, 1_769_860_800));
  for (const key of [...Object.values(runtime.keys), lookupKey]) {
    browser.local.set(key, 'ours');
    browser.session.set(key, 'ours');
  }
  browser.jar.set('basket', 'theirs');
  browser.local.set('basket', 'theirs');
  erase(runtime);
  expect([...browser.jar.keys()]).toEqual(['basket']);
  expect([...browser.local.entries.keys()]).not.toContain(runtime.keys.outbox);
  expect(browser.local.get('basket')).toBe('theirs');
  expect([browser.session.get(runtime.keys.qa), browser.session.get(lookupKey)]).toEqual([undefined, undefined]);
});

describe('an identifier is compared by its stable part', () => {
  test.each([
    ['own', tokenOf('penny', 7), 'penny'],
    ['own', 'penny-1', 'penny-1'],
    ['nobody', tokenOf('penny', 7), tokenOf('penny', 7)],
  ])('for the issuer %s', (issuer, value, key) => {
    expect(keyOf(visit(), { issuer, value })).toBe(key);
  });
});

test('a fingerprint is the first 24 bits of the digest', async () => {
  expect(await fingerprintOf(visit(), 'abc')).toBe('ba7816');
});

describe('memory in two tabs', () => {
  test('keeps what both have written', () => {
    const [one, other] = [visit(), visit()];
    one.memory();
    remember(other, (m) => remembersDismissal(m, 1_769_860_800));
    remember(one, (m) => remembersShown(m, 1_769_860_900, 0));
    expect(visit().memory().seen).toMatchObject({ dismissedAt: 1_769_860_800, shown: 1 });
  });

  test('lives in the page where cookies are blocked', () => {
    const runtime = visit();
    Object.assign(browser.cookies, { set: () => false });
    remember(runtime, (m) => remembersDismissal(m, 1_769_860_800));
    remember(runtime, (m) => remembersShown(m, 1_769_860_900, 0));
    runtime.reread();
    expect(runtime.memory().seen).toMatchObject({ dismissedAt: 1_769_860_800, shown: 1 });
  });
});

describe('an identifier of a link that was shared in public', () => {
  const forum = { referrer: 'https://forum.example.net/' };
  const news: Issuer = {
    issuer: 'news',
    isStable: true,
    parameters: [{ name: 'n', decode: (value) => [{ field: 'profile', value, strength: 'token' }] }],
    cookies: [{ name: 'news', decode: (value) => [{ field: 'profile', value, strength: 'token' }] }],
  };
  const read = async (search: string, about = {}) => {
    const runtime = visit(search, about);
    runtime.issuers.push(news);
    await settle(runtime);
    return runtime;
  };

  test('is recognised by its fingerprint on later pages, where its provider keeps it in a cookie', async () => {
    const runtime = await read('?n=poster-1', forum);
    const tag = sharedMark(await fingerprintOf(runtime, 'poster-1'));
    expect([runtime.memory().seen.refused, seenValues(runtime)]).toEqual([[tag], []]);
    expect((await read('?n=poster-1', forum)).memory().seen.refused).toEqual([tag]);
  });

  test('is not marked when it is the visitor’s own', async () => {
    await read('?n=penny-1');
    expect((await read('?n=penny-1', forum)).memory().seen.refused).toEqual([]);
  });

  test('is not marked where only links carry it', async () => {
    expect((await read('?ha_id=poster-1', forum)).memory().seen.refused).toEqual([]);
  });
});

test('a cookie of an older version is read as far as possible, and written anew', () => {
  // As the first trials wrote it: no version, nothing but dismissals.
  browser.jar.set('hello_again', "{'seen':{'dismissedAt':1769860800}}");
  const runtime = visit();
  remember(runtime, (m) => remembersShown(m, 1_769_860_900, 0));
  expect(cookie()).toMatch(/^1\{/);
  expect(visit().memory().seen).toMatchObject({ dismissedAt: 1_769_860_800, shown: 1, refused: [] });
});
