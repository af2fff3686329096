import { beforeEach, describe, expect, test } from 'vitest';
import { remembersRefusal, remembersSeen } from '../core/memory/changes.ts';
import { emptyMemory, type Memory, type RememberedIdentifier } from '../core/memory/memory.ts';
import { writeMemory } from '../core/memory/write.ts';
import { MemoryPlatform } from '../platform/memory.ts';
import { evidenceOf, runtimeOf } from '../test/fixtures.ts';
import type { StorageConsent } from './page.ts';

let platform: MemoryPlatform;

beforeEach(() => {
  platform = new MemoryPlatform();
});

function visit(gate: StorageConsent, { search = '?ha_id=penny-1&ha_has=sms', referrer = '' } = {}) {
  platform = new MemoryPlatform({ url: `https://shop.example.com/${search}`, referrer, browser: platform });
  const runtime = runtimeOf(platform, gate);
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

describe('what counts as evidence with the gate', () => {
  test.each<[StorageConsent, string[]]>([
    ['open', ['page', 'link', 'cookie', 'cookie']],
    ['page', ['page', 'link']],
    ['waiting', ['page']],
    ['refused', ['page']],
  ])('%s: %s', (gate, sources) => {
    platform.jar.set('_mail', 'penny-at-mail');
    remember((m) => remembersSeen(m, remembered));
    expect(
      visit(gate)
        .evidence()
        .map(({ source }) => source),
    ).toEqual(sources);
  });

  test.each<StorageConsent>(['page', 'waiting', 'refused'])(
    '%s: no cookie is even read, ours or a provider’s',
    (gate) => {
      const runtime = visit(gate);
      runtime.evidence();
      runtime.memory();
      runtime.refusal(evidenceOf());
      runtime.linkHint();
      runtime.reread();
      expect(platform.cookiesRead).toEqual([]);
    },
  );

  test.each<StorageConsent>(['waiting', 'refused'])('%s: the link’s hint is not read either', (gate) => {
    expect(visit(gate).linkHint()).toEqual({ subscribed: {}, byText: undefined });
  });
});

describe('the gate', () => {
  test('opened, it lets the link of this page view count', () => {
    const runtime = visit('waiting');
    runtime.setStorageConsent('open');
    expect(runtime.evidence().map(({ source }) => source)).toEqual(['page', 'link']);
  });

  test('refused, the link is gone for good, even if the visitor thinks better of it', () => {
    const runtime = visit('waiting');
    runtime.setStorageConsent('refused');
    expect(platform.address.captured).toBe('');
    runtime.setStorageConsent('open');
    expect(runtime.evidence().map(({ source }) => source)).toEqual(['page']);
  });

  test('opened, it finds what was remembered before this page, not what this page made up', () => {
    remember((m) => remembersSeen(m, remembered));
    const runtime = visit('waiting');
    runtime.setMemory(emptyMemory);
    runtime.setStorageConsent('open');
    expect(runtime.memory().seen.identifiers).toEqual([remembered]);
  });

  test('closed again, it holds nothing of what was remembered', () => {
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
    ['with the gate open', 'open', undefined, true],
    ['with the gate closed', 'page', undefined, false],
    ['where a newer version wrote it', 'open', "2{'seen':{}}", false],
    ['where it cannot be read', 'open', 'broken', true],
  ])('%s: gate %s, cookie %o, may be written: %s', (_when, gate, cookie, isWritable) => {
    if (cookie) platform.jar.set('hello_again', cookie);
    const runtime = visit(gate);
    expect(runtime.setMemory(runtime.memory())).toBe(isWritable);
  });

  test('without storage lives as long as the page', () => {
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

  test('cannot be said before its tag is there', () => {
    remember(refused);
    const runtime = visit('open');
    expect(runtime.refusal(evidenceOf())).toBe('unchecked');
    runtime.fingerprints.set('penny-1', 'aaaaaa');
    expect(runtime.refusal(evidenceOf())).toBe('refused');
    runtime.fingerprints.set('penny-1', 'bbbbbb');
    expect(runtime.refusal(evidenceOf())).toBeUndefined();
  });

  test('goes by what stays the same when its issuer mints anew', () => {
    const runtime = visit('open');
    runtime.refusedKeys.add('penny');
    expect(runtime.refusal(evidenceOf({ value: 'token-2', key: 'penny' }))).toBe('refused');
  });
});

describe('what the link says of subscriptions', () => {
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
  ])('is %s', (_what, search, referrer, hint) => {
    expect(visit('page', { search, referrer }).linkHint()).toEqual(hint);
  });

  test('is remembered with the link that said it', () => {
    remember((m) => remembersSeen(m, { ...remembered, has: { sms: true }, byText: true }));
    expect(visit('open', { search: '' }).linkHint()).toEqual({ subscribed: { sms: true }, byText: true });
  });
});

test('a dropped link names nobody, and its address is forgotten', () => {
  const runtime = visit('open');
  runtime.dropLink();
  expect(runtime.evidence().map(({ source }) => source)).toEqual(['page']);
  expect([platform.address.captured, runtime.linkHint()]).toEqual(['', { subscribed: {}, byText: undefined }]);
});
