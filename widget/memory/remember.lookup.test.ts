import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { SignupContext } from '../signup/session.ts';
import { lookupKey } from '../signup/storageKeys.ts';
import { ControllerPage } from '../test/controller.ts';
import { email, tokenOf } from '../test/fixtures.ts';
import { type MemoryAnswer, MemoryCollector, type MemoryPlatform } from '../test/memoryPlatform.ts';
import { catchUp } from './remember.ts';

vi.mock('../platform/sha256.ts', () => import('../test/sha256.ts'));
vi.mock('../platform/cookies.ts', () => import('../test/cookies.ts'));
vi.mock('../platform/transport.ts', () => ({
  post: (request: Parameters<MemoryCollector['post']>[0]) => collector.post(request),
}));

const url = 'https://collect.example.com/v1/lookup';
const link = `https://shop.example.com/?ha_id=${tokenOf('penny')}`;
const lost: MemoryAnswer = { body: { known: true, sms: 'lost' } };

let collector: MemoryCollector;

beforeEach(() => {
  collector = new MemoryCollector();
});

interface About {
  readonly url?: string;
  readonly referrer?: string;
  readonly browser?: MemoryPlatform;
  readonly options?: object;
}

/** A page whose lookup is the real one, seen as its lazy parts see it. Nothing is asked before `catchUp` is called. */
async function visit({ options = {}, ...about }: About = {}): Promise<SignupContext> {
  const page = new ControllerPage({ url: link, ...about, options: { trigger: 'manual', ...options } });
  page.signup.open();
  await page.start();
  const context = page.context as SignupContext;
  return { ...context, settings: { ...context.settings, lookup: url, ...options } };
}

const kept = ({ runtime }: SignupContext) => runtime.platform.session.get(lookupKey);
const asked = () => collector.requests.length;

describe('the lookup', () => {
  test('sends the identifiers and nothing else about the visitor', async () => {
    collector = new MemoryCollector(lost);
    const context = await visit();
    await catchUp(context);
    expect(collector.bodies()).toEqual([
      {
        version: 1,
        store: 'shop.example.com',
        identifiers: [{ field: 'profile', issuer: 'own', value: tokenOf('penny') }],
      },
    ]);
    expect(collector.requests[0]).toMatchObject({ url, timeout: 1_500 });
    expect(context.runtime.lookup).toEqual({ known: true, sms: 'lost' });
    expect(context.decide().reason).toBe('consent-lost');
  });

  test('is made once a tab, and its answer is kept for the next page', async () => {
    collector = new MemoryCollector(lost);
    const earlier = await visit();
    await catchUp(earlier);
    await catchUp(earlier);
    const context = await visit({ browser: earlier.runtime.platform as MemoryPlatform });
    await catchUp(context);
    expect([asked(), context.runtime.lookup]).toEqual([1, { known: true, sms: 'lost' }]);
  });

  test.each<[string, MemoryAnswer]>([
    ['does not answer', 'unreachable'],
    ['is broken', { status: 500 }],
    ['answers nonsense', { body: 'penny@example.com' }],
    ['answers nothing', {}],
  ])('that %s is not repeated in the tab', async (_how, answer) => {
    collector = new MemoryCollector(answer, lost);
    const earlier = await visit();
    await catchUp(earlier).catch(() => {});
    expect(kept(earlier)).toBe('');
    const context = await visit({ browser: earlier.runtime.platform as MemoryPlatform });
    await catchUp(context);
    expect([asked(), context.runtime.lookup, context.decide().reason]).toEqual([1, undefined, 'known-needs-phone']);
  });

  test('is recorded before it is made, so that a page that is left meanwhile does not repeat it', async () => {
    collector = new MemoryCollector(new Promise(() => {}));
    const earlier = await visit();
    void catchUp(earlier);
    await vi.waitFor(() => expect(asked()).toBe(1));
    expect(kept(earlier)).toBe('');
  });

  test('about somebody else is not believed and not repeated', async () => {
    collector = new MemoryCollector(lost);
    const earlier = await visit();
    await catchUp(earlier);
    const browser = earlier.runtime.platform as MemoryPlatform;
    browser.jar.clear();
    const context = await visit({ browser, url: `https://shop.example.com/?ha_id=${tokenOf('rosa')}` });
    await catchUp(context);
    expect([asked(), context.runtime.lookup]).toEqual([1, undefined]);
  });

  test('is made without storage, too, and nothing of it is kept', async () => {
    collector = new MemoryCollector(lost);
    const context = await visit({ options: { storage: 'none' } });
    await catchUp(context);
    expect([asked(), context.runtime.lookup?.sms, kept(context)]).toEqual([1, 'lost', undefined]);
  });
});

describe('no lookup is made', () => {
  test.each<[string, About]>([
    ['where the owner has no lookup', { options: { lookup: undefined } }],
    ['who is a stranger', { url: 'https://shop.example.com/' }],
    ['where nothing would be asked', { url: `${link}&ha_has=email.sms` }],
    ['whose link was shared in public', { referrer: 'https://forum.example.net/thread' }],
    ['whose link names two people', { url: 'https://shop.example.com/?ha_id=a&ha_id=b' }],
  ])('for a visitor %s', async (_whom, about) => {
    await catchUp(await visit(about));
    expect(asked()).toBe(0);
  });

  test('for a visitor who was looked up on this page already', async () => {
    const context = await visit();
    context.runtime.amend({ lookup: { known: true } });
    await catchUp(context);
    expect(asked()).toBe(0);
  });
});

test('a visitor who logs in is looked up by what the page says', async () => {
  const context = await visit({ url: 'https://shop.example.com/' });
  context.runtime.amend({ pageClaim: { email } });
  await catchUp(context);
  expect(collector.bodies()).toMatchObject([{ identifiers: [{ field: 'email', issuer: 'page', value: email }] }]);
});

test('catching up remembers the link’s identifiers even though no lookup is made', async () => {
  const context = await visit({ options: { lookup: undefined } });
  await catchUp(context);
  expect(context.runtime.memory().seen.identifiers).toMatchObject([{ value: tokenOf('penny') }]);
});
