import { describe, expect, test, vi } from 'vitest';
import type { MemoryPlatform } from '../platform/memory.ts';
import { ControllerPage } from '../test/controller.ts';
import { email } from '../test/fixtures.ts';

vi.mock('../platform/sha256.ts', () => import('../test/sha256.ts'));
vi.mock('../platform/cookies.ts', () => import('../test/cookies.ts'));

const link = 'https://shop.example.com/?ha_id=penny-1';
const banner = { storage: 'banner' };

/** A browser that knows Penny by a link, and holds a submission that could not be delivered. */
async function withPast(): Promise<MemoryPlatform> {
  const page = new ControllerPage({ url: link });
  await page.start();
  page.signup.destroy();
  page.platform.local.set('hello_again_outbox', '[]');
  return page.platform;
}

describe('before the banner is answered', () => {
  test('nothing is decided, shown, read or written', async () => {
    const page = new ControllerPage({ url: link, options: banner, browser: await withPast() });
    let isReady = false;
    void page.signup.ready.then(() => {
      isReady = true;
    });
    await page.start();
    await page.platform.advance(60_000);
    // The readers of consent platforms are fetched, and nothing else.
    expect([isReady, page.loaded, page.shown, page.platform.cookiesRead]).toEqual([false, ['setup'], [], []]);
    expect(page.platform.announced).toEqual([]);
  });

  test('granted, the link counts and is remembered', async () => {
    const page = new ControllerPage({ url: link, options: banner });
    await page.start();
    page.signup.setConsent('granted');
    expect((await page.signup.ready).reason).toBe('known-needs-phone');
    expect(page.platform.jar.get('hello_again')).toContain('penny-1');
  });

  test('granted twice decides the same', async () => {
    const page = new ControllerPage({ options: banner });
    await page.start();
    page.signup.setConsent('granted');
    page.signup.setConsent('granted');
    await page.platform.advance(60_000);
    expect(page.shown).toEqual(['email+phone by itself']);
  });

  test('denied, the popup still works within the page, for a stranger, and nothing is stored', async () => {
    const page = new ControllerPage({ url: link, options: banner });
    await page.start();
    page.signup.setConsent('denied');
    expect(await page.signup.ready).toEqual({ ask: 'email+phone', reason: 'unknown', certainty: 'none' });
    await page.platform.advance(60_000);
    expect(page.shown).toEqual(['email+phone by itself']);
    expect([page.platform.jar.size, page.platform.local.entries.size, page.platform.session.entries.size]).toEqual([
      0, 0, 0,
    ]);
    expect(page.platform.cookiesRead).toEqual([]);
  });
});

describe('withdrawing', () => {
  test.each(['banner', 'allowed'])(
    'with storage %s: what waits has its last try, and everything is deleted',
    async (storage) => {
      const page = new ControllerPage({ browser: await withPast(), options: { storage } });
      if (storage === 'banner') page.signup.setConsent('granted');
      await page.start();
      page.signup.setConsent('denied');
      await page.start();
      expect(page.happened).toContain('withdraw');
      expect([page.platform.jar.size, page.platform.local.entries.size]).toEqual([0, 0]);
      expect(page.signup.decide().certainty).toBe('none');
    },
  );

  test('twice is once more, and hurts nobody', async () => {
    const page = new ControllerPage({ url: link });
    await page.start();
    page.signup.setConsent('denied');
    page.signup.setConsent('denied');
    await page.start();
    expect([page.runtime.storageConsent, page.platform.jar.size]).toEqual(['refused', 0]);
  });
});

test('where the owner says that nothing is stored, a banner’s yes does not change that', async () => {
  const page = new ControllerPage({ url: link, options: { storage: 'none' } });
  await page.start();
  page.signup.setConsent('granted');
  await page.start();
  expect([page.runtime.storageConsent, page.platform.jar.size]).toEqual(['page', 0]);
  expect(page.signup.decide().reason).toBe('known-needs-phone');
});

test.each([
  ['https://shop.example.com/other', 'frequency-cap'],
  ['https://search.example.com/', 'unknown'],
  ['', 'unknown'],
])('without storage, come from %o: %s', async (referrer, reason) => {
  const page = new ControllerPage({ options: { storage: 'none' }, referrer });
  await page.start();
  expect((await page.signup.ready).reason).toBe(reason);
});

describe('forgetting', () => {
  test('deletes what this browser remembers, and says so', async () => {
    const page = new ControllerPage({ browser: await withPast(), url: link });
    await page.start();
    page.signup.forget();
    await page.start();
    expect([page.platform.jar.size, page.platform.local.entries.size]).toEqual([0, 0]);
    expect(page.announced('forget')).toEqual([{}]);
    expect(page.signup.decide()).toEqual({ ask: 'email+phone', reason: 'unknown', certainty: 'none' });
  });

  test('does not bring back what was held back before the banner', async () => {
    const page = new ControllerPage({ options: banner });
    page.runtime.pendingChanges.push((memory) => ({ ...memory, seen: { ...memory.seen, dismissedAt: 1_769_860_800 } }));
    page.signup.forget();
    page.signup.setConsent('granted');
    await page.start();
    expect(page.signup.decide().reason).toBe('unknown');
  });

  test('leaves the page’s own login', async () => {
    const page = new ControllerPage();
    page.signup.identify({ email });
    page.signup.forget();
    expect(page.signup.decide().certainty).toBe('declared');
  });
});

describe('a submission left behind by an earlier page', () => {
  test('is delivered', async () => {
    const page = new ControllerPage({ browser: await withPast() });
    await page.start();
    expect(page.happened).toEqual(['flush']);
  });

  test('is delivered once the banner is answered with yes, and not before', async () => {
    const page = new ControllerPage({ browser: await withPast(), options: banner });
    await page.start();
    await page.platform.advance(60_000);
    expect([page.loaded, page.happened]).toEqual([['setup'], ['setup']]);
    page.signup.setConsent('granted');
    await page.start();
    expect(page.happened).toEqual(['setup', 'flush']);
  });

  test('is not delivered by an answer of no', async () => {
    const page = new ControllerPage({ browser: await withPast(), options: banner });
    await page.start();
    page.signup.setConsent('denied');
    await page.start();
    expect(page.happened).toEqual(['setup']);
  });

  test('is not looked for in a browser that holds none', async () => {
    const page = new ControllerPage({ options: banner });
    page.signup.setConsent('granted');
    await page.start();
    expect(page.happened).toEqual([]);
    expect(page.loaded).not.toContain('sending');
  });

  test('whose code cannot be fetched hurts nobody, and waits for the next page', async () => {
    const page = new ControllerPage({ browser: await withPast() });
    page.missing.add('sending');
    await page.start();
    expect([page.happened, page.platform.local.entries.size]).toEqual([[], 1]);
  });

  test('is left alone while the gate is closed', async () => {
    const page = new ControllerPage({ browser: await withPast(), options: { storage: 'none' } });
    await page.start();
    expect([page.happened, page.platform.local.entries.size]).toEqual([[], 1]);
  });
});

describe('a checkout', () => {
  const fields = { phone: '#phone', slot: '#slot' };

  test('is followed until it is undone, and can be committed', async () => {
    const page = new ControllerPage();
    const watch = page.signup.watchCheckout(fields);
    watch.commit();
    watch();
    await page.start();
    expect(page.happened).toEqual(['commit', 'watch undone']);
  });

  test('that cannot be followed is told of, and hurts nobody', async () => {
    const page = new ControllerPage();
    page.missing.add('checkout');
    const watch = page.signup.watchCheckout(fields);
    watch.commit();
    watch();
    await page.start();
    expect(page.announced('error')).toEqual([{ code: 'popup-failed' }]);
  });
});

describe('destroying', () => {
  test('leaves no timer, no listener, no popup and no watch behind', async () => {
    const page = new ControllerPage({ browser: await withPast() });
    const heard: string[] = [];
    page.signup.on('decide', () => heard.push('decide'));
    page.signup.watchCheckout({ phone: '#phone', slot: '#slot' });
    await page.start();
    page.signup.open();
    await page.start();
    page.signup.destroy();
    await page.start();
    expect([page.platform.timers, page.platform.listeners, page.isDestroyed]).toEqual([0, 0, true]);
    expect(page.happened).toEqual(['flush', 'closed: destroy', 'watch undone']);
    heard.length = 0;
    page.signup.identify({ email });
    await page.platform.advance(60_000);
    expect([heard, page.shown.length]).toEqual([[], 1]);
  });

  test('before the page is active leaves nothing to come', async () => {
    const page = new ControllerPage({ isInactive: true });
    page.signup.destroy();
    await page.platform.activate();
    expect([page.platform.timers, page.platform.listeners, page.loaded]).toEqual([0, 0, []]);
  });

  test('while something is still being loaded decides and shows nothing any more', async () => {
    const page = new ControllerPage({ url: link });
    const started = page.start();
    page.signup.open();
    expect(page.loaded).toContain('popup');
    page.signup.destroy();
    await started;
    await page.platform.advance(60_000);
    expect([page.shown, page.platform.timers, page.platform.listeners]).toEqual([[], 0, 0]);
    expect(page.announced('decide')).toEqual([]);
  });

  test('whatever is said on a page that is not shown yet decides and loads nothing', async () => {
    const page = new ControllerPage({ url: link, isInactive: true });
    page.signup.identify({ email });
    page.signup.resume();
    await page.platform.advance(60_000);
    expect([page.loaded, page.shown, page.announced('decide')]).toEqual([[], [], []]);
  });

  test('undoes what its lazy parts have set up, once', async () => {
    const page = new ControllerPage();
    page.signup.open();
    await page.start();
    page.context?.undos.push(() => void page.happened.push('part undone'));
    page.signup.destroy();
    page.signup.destroy();
    expect(page.happened).toEqual(['closed: destroy', 'part undone']);
  });

  test('twice is once', async () => {
    const page = new ControllerPage();
    page.signup.open();
    await page.start();
    page.signup.destroy();
    page.signup.destroy();
    expect(page.happened).toEqual(['closed: destroy']);
  });
});
