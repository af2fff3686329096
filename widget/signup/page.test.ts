import { beforeEach, describe, expect, test } from 'vitest';
import { remembersRefusal, remembersSeen } from '../core/memory/changes.ts';
import { emptyMemory, type Memory, type RememberedIdentifier } from '../core/memory/memory.ts';
import { writeMemory } from '../core/memory/write.ts';
import { evidenceOf, runtimeOf } from '../test/fixtures.ts';
import { MemoryPlatform } from '../test/memoryPlatform.ts';
import type { StorageConsent } from './page.ts';

let platform: MemoryPlatform;

beforeEach(() => {
  platform = new MemoryPlatform();
});

function visit(permission: StorageConsent, { search = '?ha_id=penny-1&ha_has=sms', referrer = '' } = {}) {
  platform = new MemoryPlatform({ url: `https://shop.example.com/${search}`, referrer, browser: platform });
  const runtime = runtimeOf(platform, permission);
  const decode = (value: string) => [{ field: 'profile', value, strength: 'token' } as const];
  runtime.issuers.push({ issuer: 'mail', parameters: [], cookies: [{ name: '_mail', decode }], isStable: true });
  runtime.amend({ pageClaim: { id: 'customer-7' } });
  return runtime;
}

const remembered: RememberedIdentifier = {
  field: 'profile',
  issuer: 'own',
  value: 'rosa-1',
  strength: 'token',
  at: 1_769_000_000,
};

function remember(...changes: ((memory: Memory) => Memory)[]): void {
  platform.jar.set('hello_again', writeMemory(changes.reduce((memory, change) => change(memory), emptyMemory)));
}

describe('the evidence that is read with a storage permission', () => {
  test.each<[StorageConsent, string[]]>([
    ['open', ['page', 'link', 'cookie', 'cookie']],
    ['page', ['page', 'link']],
    ['waiting', ['page']],
    ['refused', ['page']],
  ])('of %s comes from %s', (permission, sources) => {
    platform.jar.set('_mail', 'penny-at-mail');
    remember((m) => remembersSeen(m, remembered));
    expect(
      visit(permission)
        .evidence()
        .map(({ source }) => source),
    ).toEqual(sources);
  });

  test.each<StorageConsent>(['page', 'waiting', 'refused'])(
    'of %s includes no cookie, ours or a provider’s',
    (permission) => {
      const runtime = visit(permission);
      runtime.evidence();
      runtime.memory();
      runtime.refusal(evidenceOf());
      runtime.linkHint();
      runtime.reread();
      expect(platform.cookiesRead).toEqual([]);
    },
  );

  test.each<StorageConsent>(['waiting', 'refused'])('of %s includes no hint of the link', (permission) => {
    expect(visit(permission).linkHint()).toEqual({ subscribed: {}, byText: undefined });
  });
});

describe('the storage permission', () => {
  test('makes the link of this page view count once it is granted', () => {
    const runtime = visit('waiting');
    runtime.setStorageConsent('open');
    expect(runtime.evidence().map(({ source }) => source)).toEqual(['page', 'link']);
  });

  test('drops the link for good once it is denied, even if the visitor changes the answer', () => {
    const runtime = visit('waiting');
    runtime.setStorageConsent('refused');
    expect(platform.address.captured).toBe('');
    runtime.setStorageConsent('open');
    expect(runtime.evidence().map(({ source }) => source)).toEqual(['page']);
  });

  test('makes memory from before this page readable, and not what this page added', () => {
    remember((m) => remembersSeen(m, remembered));
    const runtime = visit('waiting');
    runtime.setMemory(emptyMemory);
    runtime.setStorageConsent('open');
    expect(runtime.memory().seen.identifiers).toEqual([remembered]);
  });

  test('hides everything that was remembered once it is withdrawn', () => {
    remember((m) => remembersSeen(m, remembered));
    const runtime = visit('open');
    expect(runtime.memory()).not.toEqual(emptyMemory);
    runtime.setStorageConsent('refused');
    expect(runtime.memory()).toEqual(emptyMemory);
  });
});

describe('memory', () => {
  test('is read once, and again when the page comes back from the cache', () => {
    const runtime = visit('open');
    runtime.memory();
    runtime.memory();
    expect(platform.cookiesRead).toEqual(['hello_again']);
    remember((m) => remembersSeen(m, remembered));
    expect(runtime.memory()).toEqual(emptyMemory);
    runtime.reread();
    expect(runtime.memory().seen.identifiers).toEqual([remembered]);
  });

  test.each<[string, StorageConsent, string | undefined, boolean]>([
    ['with permission', 'open', undefined, true],
    ['without permission', 'page', undefined, false],
    ['where a newer version wrote it', 'open', "2{'seen':{}}", false],
    ['where it cannot be read', 'open', 'broken', true],
  ])('%s (permission %s, cookie %o) may be written: %s', (_when, permission, cookie, isWritable) => {
    if (cookie) platform.jar.set('hello_again', cookie);
    const runtime = visit(permission);
    expect(runtime.setMemory(runtime.memory())).toBe(isWritable);
  });

  test('lives as long as the page without storage', () => {
    const runtime = visit('page');
    const changed = remembersSeen(emptyMemory, remembered);
    runtime.setMemory(changed);
    runtime.reread();
    expect(runtime.memory()).toBe(changed);
  });
});

describe('whether an identifier was refused', () => {
  const refused = (m: Memory) => remembersRefusal(m, ['aaaaaa'], () => false);

  test('is known at once where nothing was ever refused', () => {
    expect(visit('open').refusal(evidenceOf())).toBeUndefined();
  });

  test('is unknown until its fingerprint has been computed', () => {
    remember(refused);
    const runtime = visit('open');
    expect(runtime.refusal(evidenceOf())).toBe('unchecked');
    runtime.fingerprints.set('penny-1', 'aaaaaa');
    expect(runtime.refusal(evidenceOf())).toBe('refused');
    runtime.fingerprints.set('penny-1', 'bbbbbb');
    expect(runtime.refusal(evidenceOf())).toBeUndefined();
  });

  test('depends on the part that stays the same when its issuer issues a new token', () => {
    const runtime = visit('open');
    runtime.refusedKeys.add('penny');
    expect(runtime.refusal(evidenceOf({ value: 'token-2', key: 'penny' }))).toBe('refused');
  });
});

describe('the subscriptions that the link states', () => {
  test.each<[string, string, string, object]>([
    ['its hint', '?ha_id=penny-1&ha_has=email.sms', '', { subscribed: { email: true, sms: true }, byText: undefined }],
    ['that it came in a text message', '?utm_medium=sms', '', { subscribed: {}, byText: true }],
    [
      'nothing where it was followed from a public page',
      '?ha_has=sms',
      'https://forum.example.net/',
      { subscribed: {}, byText: undefined },
    ],
    ['nothing without a hint', '?ha_id=penny-1', '', { subscribed: {}, byText: undefined }],
  ])('are read as %s', (_what, search, referrer, hint) => {
    expect(visit('page', { search, referrer }).linkHint()).toEqual(hint);
  });

  test('are remembered with the link', () => {
    remember((m) => remembersSeen(m, { ...remembered, has: { sms: true }, byText: true }));
    expect(visit('open', { search: '' }).linkHint()).toEqual({ subscribed: { sms: true }, byText: true });
  });
});

test('a dropped link identifies nobody, and its address is forgotten', () => {
  const runtime = visit('open');
  runtime.dropLink();
  expect(runtime.evidence().map(({ source }) => source)).toEqual(['page']);
  expect([platform.address.captured, runtime.linkHint()]).toEqual(['', { subscribed: {}, byText: undefined }]);
});
