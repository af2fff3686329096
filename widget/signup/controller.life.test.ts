import { describe, expect, test, vi } from 'vitest';
import { ControllerPage } from '../test/controller.ts';
import { email } from '../test/fixtures.ts';
import type { MemoryPlatform } from '../test/memoryPlatform.ts';

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

  test('a granted permission makes the link count, and it is remembered', async () => {
    const page = new ControllerPage({ url: link, options: banner });
    await page.start();
    page.signup.setConsent('granted');
    expect((await page.signup.ready).reason).toBe('known-needs-phone');
    expect(page.platform.jar.get('hello_again')).toContain('penny-1');
  });

  test('a permission granted twice decides the same', async () => {
    const page = new ControllerPage({ options: banner });
    await page.start();
    page.signup.setConsent('granted');
    page.signup.setConsent('granted');
    await page.platform.advance(60_000);
    expect(page.shown).toEqual(['email+phone by itself']);
  });

  test('a denial leaves a popup that works within the page, for a stranger, and nothing is stored', async () => {
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

describe('withdrawing the permission', () => {
  test.each(['banner', 'allowed'])(
    'with storage %s gives waiting submissions a last try, and deletes everything',
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

  test('twice does the same again, and breaks nothing', async () => {
    const page = new ControllerPage({ url: link });
    await page.start();
    page.signup.setConsent('denied');
    page.signup.setConsent('denied');
    await page.start();
    expect([page.runtime.storageConsent, page.platform.jar.size]).toEqual(['refused', 0]);
  });
});

test('a banner’s yes changes nothing where the owner says that nothing is stored', async () => {
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
])('a page without storage that was reached from %o decides %s', async (referrer, reason) => {
  const page = new ControllerPage({ options: { storage: 'none' }, referrer });
  await page.start();
  expect((await page.signup.ready).reason).toBe(reason);
});

describe('forget()', () => {
  test('deletes what this browser remembers, and announces it', async () => {
    const page = new ControllerPage({ browser: await withPast(), url: link });
    await page.start();
    page.signup.forget();
    await page.start();
    expect([page.platform.jar.size, page.platform.local.entries.size]).toEqual([0, 0]);
    expect(page.announced('forget')).toEqual([{}]);
    expect(page.signup.decide()).toEqual({ ask: 'email+phone', reason: 'unknown', certainty: 'none' });
  });

  test('does not bring back changes that were pending before the banner’s answer', async () => {
    const page = new ControllerPage({ options: banner });
    page.runtime.pendingChanges.push((memory) => ({ ...memory, seen: { ...memory.seen, dismissedAt: 1_769_860_800 } }));
    page.signup.forget();
    page.signup.setConsent('granted');
    await page.start();
    expect(page.signup.decide().reason).toBe('unknown');
  });

  test('keeps the page’s own login', async () => {
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

  test('is not delivered after an answer of no', async () => {
    const page = new ControllerPage({ browser: await withPast(), options: banner });
    await page.start();
    page.signup.setConsent('denied');
    await page.start();
    expect(page.happened).toEqual(['setup']);
  });

  test('is not looked for in a browser that has none', async () => {
    const page = new ControllerPage({ options: banner });
    page.signup.setConsent('granted');
    await page.start();
    expect(page.happened).toEqual([]);
    expect(page.loaded).not.toContain('sending');
  });

  test('waits for the next page when the code cannot be fetched', async () => {
    const page = new ControllerPage({ browser: await withPast() });
    page.missing.add('sending');
    await page.start();
    expect([page.happened, page.platform.local.entries.size]).toEqual([[], 1]);
  });

  test('stays where it is while nothing may be stored', async () => {
    const page = new ControllerPage({ browser: await withPast(), options: { storage: 'none' } });
    await page.start();
    expect([page.happened, page.platform.local.entries.size]).toEqual([[], 1]);
  });
});

describe('a checkout', () => {
  const fields = { phone: '#phone', slot: '#slot' };

  test('is observed until that is undone, and can be committed', async () => {
    const page = new ControllerPage();
    const watch = page.signup.watchCheckout(fields);
    watch.commit();
    watch();
    await page.start();
    expect(page.happened).toEqual(['commit', 'watch undone']);
  });

  test('that cannot be observed is reported, and nothing else breaks', async () => {
    const page = new ControllerPage();
    page.missing.add('checkout');
    const watch = page.signup.watchCheckout(fields);
    watch.commit();
    watch();
    await page.start();
    expect(page.announced('error')).toEqual([{ code: 'popup-failed' }]);
  });
});

describe('destroy()', () => {
  test('leaves no timer, listener, popup or observer behind', async () => {
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

  test('before the page is active cancels what was to come', async () => {
    const page = new ControllerPage({ isInactive: true });
    page.signup.destroy();
    await page.platform.activate();
    expect([page.platform.timers, page.platform.listeners, page.loaded]).toEqual([0, 0, []]);
  });

  test('while something is loading prevents deciding and showing', async () => {
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

  test('before the page is shown prevents deciding and loading, whatever is called', async () => {
    const page = new ControllerPage({ url: link, isInactive: true });
    page.signup.identify({ email });
    page.signup.resume();
    await page.platform.advance(60_000);
    expect([page.loaded, page.shown, page.announced('decide')]).toEqual([[], [], []]);
  });

  test('undoes once what the lazy parts have set up', async () => {
    const page = new ControllerPage();
    page.signup.open();
    await page.start();
    page.context?.undos.push(() => void page.happened.push('part undone'));
    page.signup.destroy();
    page.signup.destroy();
    expect(page.happened).toEqual(['closed: destroy', 'part undone']);
  });

  test('twice does the same as once', async () => {
    const page = new ControllerPage();
    page.signup.open();
    await page.start();
    page.signup.destroy();
    page.signup.destroy();
    expect(page.happened).toEqual(['closed: destroy']);
  });
});
