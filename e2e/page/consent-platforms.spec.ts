import type { Page } from '@playwright/test';
import { eventsOf, toDecide } from '../support/events.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { call, explain } from '../support/signup.ts';
import { stored } from '../support/storage.ts';
import { scriptTag, shopSite } from '../support/tag.ts';

/** What of the browser's own storage was touched on a page, by anybody. */
async function spyOnStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const touched: string[] = [];
    Object.assign(window, { haTouched: touched });
    const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie') as PropertyDescriptor;
    Object.defineProperty(Document.prototype, 'cookie', {
      configurable: true,
      get(this: Document) {
        touched.push('cookie read');
        return cookie.get?.call(this);
      },
      set(this: Document, value: string) {
        touched.push('cookie written');
        cookie.set?.call(this, value);
      },
    });
    for (const name of ['getItem', 'setItem', 'removeItem', 'key'] as const) {
      const real = Storage.prototype[name] as (...args: unknown[]) => unknown;
      Object.assign(Storage.prototype, {
        [name](this: Storage, ...args: unknown[]) {
          touched.push(`storage ${name}`);
          return real.apply(this, args);
        },
      });
    }
    const { open } = indexedDB;
    IDBFactory.prototype.open = function (...args) {
      touched.push('indexedDB');
      return open.apply(this, args);
    };
  });
}

const touchedOn = (page: Page) => page.evaluate(() => [...(window as unknown as { haTouched: string[] }).haTouched]);

const test = base.extend<{ open: (query?: string) => Promise<void> }>({
  open: async ({ page, startSite, store, baseURL }, use) => {
    await spyOnStorage(page);
    await use(async (query = '') => {
      const tag = scriptTag({
        src: '/hello-again.js',
        collector: `${baseURL}/v1/submissions`,
        store,
        attributes: { 'data-storage': 'banner', 'data-trigger-delay': '60000' },
      });
      const site = await startSite(shopSite({ head: tag }), 'shop.localhost');
      await page.goto(`${site.origin}/${query}`);
      await page.waitForLoadState('networkidle');
    });
  },
});

/** A TCF stub whose banner is answered by `answerTcf`. */
const withTcf = (page: Page) =>
  page.addInitScript(() => {
    const listeners: ((data: object, isSuccess: boolean) => void)[] = [];
    Object.assign(window, {
      __tcfapi: (_command: string, _version: number, tell: (data: object, isSuccess: boolean) => void) => {
        listeners.push(tell);
        tell({ eventStatus: 'cmpuishown', gdprApplies: true, purpose: { consents: {} } }, true);
      },
      answerTcf: (isYes: boolean) => {
        const data = { eventStatus: 'useractioncomplete', gdprApplies: true, purpose: { consents: { 1: isYes } } };
        for (const tell of listeners) tell(data, true);
      },
    });
  });

const answerTcf = (page: Page, isYes: boolean) =>
  page.evaluate((yes) => (window as unknown as { answerTcf(isYes: boolean): void }).answerTcf(yes), isYes);

test('no cookie and no storage of the browser is touched before a platform answers', async ({ page, open }) => {
  await withTcf(page);
  await open('?ha_id=penny');
  expect(await touchedOn(page)).toEqual([]);
  expect(await eventsOf(page)).toEqual([]);
  const { gate, evidence, sentence } = await explain(page);
  expect([gate, evidence]).toEqual(['waiting', []]);
  expect(sentence).toMatch(/Waits for the cookie banner/);
  expect(await touchedOn(page)).toEqual([]);
});

test('a late yes makes the link of this visit count, though the page’s router has changed the address', async ({
  page,
  open,
}) => {
  await withTcf(page);
  await open('?ha_id=penny');
  await page.evaluate(() => history.pushState({}, '', '/elsewhere'));
  await answerTcf(page, true);
  await toDecide(page, 'phone', 'known-needs-phone');
  expect(await stored(page)).toContain('hello_again');
});

test('a no drops the link and stores nothing', async ({ page, open }) => {
  await withTcf(page);
  await open('?ha_id=penny');
  await answerTcf(page, false);
  await toDecide(page, 'email+phone', 'unknown');
  expect(await stored(page)).toEqual([]);
});

test('withdrawing the permission deletes what was stored', async ({ page, open }) => {
  await withTcf(page);
  await open('?ha_id=penny');
  await answerTcf(page, true);
  await expect.poll(() => stored(page)).toContain('hello_again');
  await answerTcf(page, false);
  await expect.poll(() => stored(page)).toEqual([]);
});

test('a platform that loads late is read, and a missing one grants nothing beyond this page', async ({
  page,
  open,
}) => {
  await page.clock.install();
  await open('?ha_id=penny');
  await page.clock.runFor(4_000);
  expect(await eventsOf(page)).toEqual([]);
  await page.clock.runFor(4_000);
  // Neither a banner nor a platform: asked as where nothing may be stored.
  await toDecide(page, 'phone', 'known-needs-phone');
  expect(await touchedOn(page)).toEqual([]);
  expect(await stored(page)).toEqual([]);
  await page.evaluate(() => {
    Object.assign(window, { Cookiebot: { hasResponse: true, consent: { preferences: true } } });
    dispatchEvent(new Event('CookiebotOnConsentReady'));
  });
  await page.clock.runFor(100);
  await expect.poll(() => stored(page)).toContain('hello_again');
});

test('the link of a visit is forgotten after half an hour without an answer', async ({ page, open }) => {
  await page.clock.install();
  await withTcf(page);
  await open('?ha_id=penny');
  await page.clock.runFor(31 * 60_000);
  await answerTcf(page, true);
  await page.clock.runFor(100);
  await toDecide(page, 'email+phone', 'unknown');
});

test('destroy() stops listening to every platform', async ({ page, open }) => {
  await withTcf(page);
  await open('?ha_id=penny');
  await call(page, 'destroy');
  await answerTcf(page, true);
  expect(await eventsOf(page)).toEqual([]);
  expect(await stored(page)).toEqual([]);
});
