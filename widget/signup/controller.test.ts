import { beforeEach, describe, expect, test, vi } from 'vitest';
import { remembersDismissal } from '../core/memory/changes.ts';
import { emptyMemory } from '../core/memory/memory.ts';
import { writeMemory } from '../core/memory/write.ts';
import { adapterSettings } from '../setup/adapterSettings.ts';
import { readSetupOptions } from '../setup/readSetupOptions.ts';
import { ControllerPage } from '../test/controller.ts';
import { email, phone } from '../test/fixtures.ts';
import { lookup } from '../test/lookUp.ts';
import { MemoryPlatform } from '../test/memoryPlatform.ts';

vi.mock('../platform/sha256.ts', () => import('../test/sha256.ts'));
vi.mock('../platform/cookies.ts', () => import('../test/cookies.ts'));
vi.mock('../memory/lookUp.ts', () => import('../test/lookUp.ts'));

const link = 'https://shop.example.com/?ha_id=penny-1&color=red#top';
const stranger = { ask: 'email+phone', reason: 'unknown', certainty: 'none' };
const penny = { ask: 'phone', reason: 'known-needs-phone', certainty: 'claimed' };
const delay = 3_000;

/** A browser in which the popup was closed a moment ago. */
function dismissed(): MemoryPlatform {
  const browser = new MemoryPlatform();
  browser.jar.set('hello_again', writeMemory(remembersDismissal(emptyMemory, Math.floor(browser.now() / 1_000))));
  return browser;
}

describe('the ask', () => {
  test('is email and phone for a stranger', async () => {
    const page = new ControllerPage();
    await page.start();
    expect(await page.signup.ready).toEqual(stranger);
    expect(page.announced('decide')).toEqual([stranger]);
  });

  test('is the phone for a visitor from a mail’s link, now and on the next page without the link', async () => {
    const page = new ControllerPage({ url: link });
    await page.start();
    expect(await page.signup.ready).toEqual(penny);
    const next = new ControllerPage({ browser: page.platform });
    await next.start();
    expect(await next.signup.ready).toEqual(penny);
  });

  test('is returned by decide() at once, without loading or showing anything', () => {
    const page = new ControllerPage({ url: link });
    expect(page.signup.decide()).toEqual(penny);
    expect([page.loaded, page.platform.announced]).toEqual([[], []]);
  });
});

describe('the popup opens by itself', () => {
  test('once its delay has passed, with its code fetched meanwhile', async () => {
    const page = new ControllerPage();
    await page.start();
    expect(page.loaded).toEqual(['popup', 'memory', 'strings-en-strict', 'phone-0', 'popup']);
    await page.platform.advance(delay - 1);
    expect(page.shown).toEqual([]);
    await page.platform.advance(1);
    expect(page.shown).toEqual(['email+phone by itself']);
  });

  test('but reports an error where its code cannot be fetched, and keeps it for explain()', async () => {
    const page = new ControllerPage();
    page.missing.add('popup');
    await page.start();
    await page.platform.advance(delay);
    expect([page.announced('error'), page.shown]).toEqual([[{ code: 'popup-failed' }], []]);
    expect((await page.signup.explain()).keepsClosed.map(({ by }) => by)).toEqual(['popup-failed']);
  });

  test('in time where its code came at the second try, without a report', async () => {
    const page = new ControllerPage();
    page.missing.add('popup');
    await page.start();
    page.missing.clear();
    await page.platform.advance(delay);
    expect([page.shown, page.announced('error')]).toEqual([['email+phone by itself'], []]);
    expect((await page.signup.explain()).keepsClosed).toEqual([]);
  });

  test.each([
    ['is fetched once more where the network stumbled', false, ['email+phone by the host'], []],
    ['is told of where it cannot be fetched', true, [], [{ code: 'popup-failed' }]],
  ])('or by the host, when it %s', async (_title, isGone, shown, errors) => {
    const page = new ControllerPage({ options: { trigger: { manual: true } } });
    await page.start();
    page.missing.add('popup');
    page.signup.open();
    await page.platform.advance(0);
    if (!isGone) page.missing.clear();
    await page.platform.advance(delay);
    expect([page.shown, page.announced('error')]).toEqual([shown, errors]);
  });

  test('counting the delay from the decision, however late its code comes', async () => {
    const page = new ControllerPage({ isCodeSlow: true });
    await page.start();
    await page.platform.advance(delay - 1_000);
    await page.codeArrives();
    await page.platform.advance(999);
    expect(page.shown).toEqual([]);
    await page.platform.advance(1);
    expect(page.shown).toHaveLength(1);
  });

  test('but not when the signup was closed for good while its code was loading', async () => {
    const page = new ControllerPage({ isCodeSlow: true });
    await page.start();
    page.signup.destroy();
    await page.codeArrives();
    expect([page.platform.timers, page.platform.listeners]).toEqual([0, 0]);
  });

  test('once a page, whatever becomes known later', async () => {
    const page = new ControllerPage();
    await page.start();
    await page.platform.advance(delay);
    page.signup.close();
    page.signup.identify({ email, id: 'customer-7' });
    await page.platform.restore();
    await page.platform.advance(60_000);
    expect([page.shown.length, page.platform.timers]).toEqual([1, 0]);
  });

  test('with the facts of that moment, and a login meanwhile changes the ask and restarts the delay', async () => {
    const page = new ControllerPage();
    await page.start();
    await page.platform.advance(delay - 1);
    page.signup.identify({ email, phone });
    await page.platform.advance(delay - 1);
    expect(page.shown).toEqual([]);
    await page.platform.advance(1);
    expect(page.shown).toEqual(['consent by itself']);
  });

  test.each<[string, object, MemoryPlatform?]>([
    ['it was closed a moment ago', {}, dismissed()],
    ['the page is a checkout', { url: 'https://shop.example.com/checkout/1' }],
    ['the script is switched off', { url: 'https://shop.example.com/?ha=off' }],
  ])('but not where %s, and then no code is fetched', async (_why, about, browser) => {
    const page = new ControllerPage({ ...about, ...(browser ? { browser } : {}) });
    await page.start();
    await page.platform.advance(60_000);
    expect((await page.signup.ready).ask).toBe('nothing');
    expect([page.loaded, page.shown, page.platform.timers]).toEqual([[], [], 0]);
  });

  test('but not where a needed option is missing, and then only the notice is fetched', async () => {
    const page = new ControllerPage({ options: { brand: '' } });
    await page.start();
    await page.platform.advance(60_000);
    expect((await page.signup.ready).reason).toBe('misconfigured');
    expect([page.loaded, page.shown, page.platform.timers]).toEqual([['setup'], [], 0]);
  });

  test.each<[object]>([[{ trigger: 'manual' }], [{ trigger: { manual: 'manual' } }]])(
    'but not with a manual trigger, however it is written: %j',
    async (options) => {
      const page = new ControllerPage({ options });
      await page.start();
      await page.platform.advance(60_000);
      expect([page.loaded, page.shown]).toEqual([[], []]);
    },
  );

  test('but not while the page is prerendered, when nothing is decided, read or written', async () => {
    const page = new ControllerPage({ url: link, isInactive: true });
    await page.platform.advance(60_000);
    expect([page.loaded, page.platform.announced, page.platform.jar.size]).toEqual([[], [], 0]);
    await page.platform.activate();
    expect(await page.signup.ready).toEqual(penny);
  });
});

describe('open()', () => {
  test('opens the popup whatever frequency says', async () => {
    const page = new ControllerPage({ browser: dismissed() });
    await page.start();
    page.signup.open();
    await page.start();
    expect(page.shown).toEqual(['email+phone by the host']);
  });

  test('twice opens it once, and so does closing it twice', async () => {
    const page = new ControllerPage();
    for (const call of [page.signup.open, page.signup.open]) call();
    await page.start();
    for (const call of [page.signup.close, page.signup.close]) call();
    expect([page.shown.length, page.happened]).toEqual([1, ['closed: api']]);
  });

  test('reports a failed load, and can be called again', async () => {
    const page = new ControllerPage({ options: { trigger: 'manual' } });
    page.missing.add('popup');
    page.signup.open();
    await page.platform.advance(delay);
    expect(page.announced('error')).toEqual([{ code: 'popup-failed' }]);
    // Ahead, then for its use, and once more.
    expect(page.loaded.filter((name) => name === 'popup')).toHaveLength(3);
    page.missing.clear();
    page.signup.open();
    await page.start();
    expect(page.shown).toHaveLength(1);
  });

  test('repeats a failed load once by itself', async () => {
    const page = new ControllerPage({ options: { trigger: 'manual' } });
    page.missing.add('popup');
    page.signup.open();
    await page.start();
    page.missing.clear();
    await page.platform.advance(delay);
    expect([page.shown, page.announced('error')]).toEqual([['email+phone by the host'], []]);
  });
});

describe('the page’s login', () => {
  test('identifies the visitor, and logging out removes that', async () => {
    const page = new ControllerPage({ options: { trigger: 'manual' } });
    page.signup.identify({ email, subscribed: { email: true } });
    expect(page.signup.decide()).toEqual({ ask: 'phone', reason: 'known-needs-phone', certainty: 'declared' });
    page.signup.identify(null);
    expect(page.signup.decide()).toEqual(stranger);
  });

  test('settles “Not you?”, which logging out does not', async () => {
    const page = new ControllerPage();
    page.runtime.amend({ isRefusedHere: true });
    page.signup.identify(null);
    expect(page.signup.decide().reason).toBe('not-you');
    page.signup.identify({ email });
    expect(page.signup.decide().certainty).toBe('declared');
    expect(page.runtime.isRefusedHere).toBe(false);
  });
});

describe('the lookup', () => {
  const options = { lookup: 'https://collect.example.com/v1/lookup' };

  beforeEach(() => Object.assign(lookup, { found: undefined, asked: 0 }));

  test('is made for a visitor who is known, and waited for before anything is decided', async () => {
    lookup.found = { known: true, sms: 'lost' };
    const page = new ControllerPage({ url: link, options });
    await page.start();
    expect([(await page.signup.ready).reason, lookup.asked]).toEqual(['consent-lost', 1]);
    expect(page.loaded).toContain('lookUp');
  });

  test('is not repeated once it has answered', async () => {
    lookup.found = { known: true, email: 'subscribed', sms: 'subscribed' };
    const page = new ControllerPage({ url: link, options });
    await page.start();
    await page.signup.ready;
    await page.platform.restore();
    expect([lookup.asked, page.signup.decide().reason]).toEqual([1, 'already-subscribed']);
  });

  test.each<[string, object]>([
    ['about a stranger', {}],
    ['where nothing would be asked', { url: link, browser: dismissed() }],
  ])('is not made %s', async (_whom, about) => {
    const page = new ControllerPage({ ...about, options });
    await page.start();
    await page.signup.ready;
    expect(lookup.asked).toBe(0);
  });

  test('that cannot be fetched leaves everything else as it is', async () => {
    const page = new ControllerPage({ url: link, options });
    page.missing.add('memory');
    await page.start();
    expect([await page.signup.ready, lookup.asked]).toEqual([penny, 0]);
  });
});

test('pause() keeps the popup closed, and resume() opens it', async () => {
  const page = new ControllerPage();
  page.signup.pause();
  await page.start();
  await page.platform.advance(60_000);
  expect([page.shown, page.signup.decide().reason]).toEqual([[], 'paused']);
  page.signup.resume();
  await page.platform.advance(delay);
  expect(page.shown).toHaveLength(1);
});

test('an owner’s rule that suppresses the popup is not undone by the host’s pause() and resume()', async () => {
  const page = new ControllerPage({
    options: { smsCountries: 'US', collect: 'phone', country: 'GB' },
    setUp: async (context) => context.amend(await adapterSettings(context, readSetupOptions(context.settings))),
  });
  await page.start();
  expect(page.signup.decide().ask).toBe('nothing');
  page.signup.pause();
  page.signup.resume();
  await page.platform.advance(60_000);
  expect([page.signup.decide().ask, page.shown]).toEqual(['nothing', []]);
});

test('a page that comes back from the cache reads memory again', async () => {
  const page = new ControllerPage();
  await page.start();
  const { jar } = dismissed();
  page.platform.jar.set('hello_again', jar.get('hello_again') ?? '');
  await page.platform.restore();
  await page.platform.advance(60_000);
  expect([page.signup.decide().reason, page.shown]).toEqual(['dismissed', []]);
});

describe('the QA switch', () => {
  test('off is kept for the tab', async () => {
    const page = new ControllerPage({ url: 'https://shop.example.com/?ha=off' });
    await page.start();
    const next = new ControllerPage({ browser: page.platform });
    await next.start();
    expect((await next.signup.ready).reason).toBe('paused');
  });

  test('force skips frequency, targeting and the delay', async () => {
    const page = new ControllerPage({ url: 'https://shop.example.com/cart?ha=force', browser: dismissed() });
    await page.start();
    await page.platform.advance(0);
    expect(page.shown).toEqual(['email+phone by itself']);
  });

  test('can be set by the page as well', async () => {
    const page = new ControllerPage();
    page.platform.isOff = true;
    await page.start();
    expect((await page.signup.ready).reason).toBe('paused');
  });
});

test('our parameters, and those with an email, leave the address bar at once', () => {
  const options = { emailParameters: ['e'], storage: 'banner' };
  const url = `https://shop.example.com/?ha=dry&ha_id=penny-1&ha_has=sms&e=${email}&color=red#top`;
  const page = new ControllerPage({ url, options });
  expect(page.platform.bar).toBe('https://shop.example.com/?color=red#top');
});
