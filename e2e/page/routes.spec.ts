import type { Page } from '@playwright/test';
import { toDecide } from '../support/events.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { penny } from '../support/people.ts';
import { call, explain } from '../support/signup.ts';
import { scriptTag, shopSite } from '../support/tag.ts';

interface App {
  /** Opens the app at a path, in a browser that may know no Navigation API. */
  open(path: string, attributes?: Readonly<Record<string, string>>): Promise<void>;
}

/** An app whose router draws every path by itself. */
const test = base.extend<{ app: App; isOld: boolean }>({
  isOld: [false, { option: true }],
  app: async ({ page, startSite, store, baseURL, isOld }, use) => {
    // Browsers before 2026 tell of routes by no event at all.
    if (isOld) {
      await page.addInitScript(() => Object.defineProperty(window, 'navigation', { value: undefined }));
    }
    await use({
      async open(path, attributes = {}) {
        const collector = `${baseURL}/v1/submissions`;
        const tag = scriptTag({ src: '/hello-again.js', collector, store, attributes });
        const site = await startSite(shopSite({ head: tag }));
        await page.goto(`${site.origin}${path}`);
      },
    });
  },
});

const goes = (page: Page, path: string) => page.evaluate((to) => history.pushState({ path: to }, '', to), path);

for (const isOld of [false, true]) {
  test.describe(isOld ? 'an app in an older browser' : 'an app', () => {
    test.use({ isOld });

    test('asks on the targeted page that its router leads to, and not before', async ({ app, popup, page }) => {
      await app.open('/checkout');
      await toDecide(page, 'nothing', 'not-targeted');
      await goes(page, '/p/1');
      await popup.toAsk('email+phone');
    });

    test('does not open the popup on the checkout that the visitor has moved to', async ({ app, popup, page }) => {
      await app.open('/p/1', { 'data-trigger-delay': '600000' });
      await toDecide(page, 'email+phone', 'unknown');
      await goes(page, '/checkout');
      await toDecide(page, 'nothing', 'not-targeted');
      // Forward again, by the browser's own buttons.
      await page.goBack();
      await toDecide(page, 'email+phone', 'unknown');
      await expect(popup.dialog).toHaveCount(0);
    });

    test('closes the popup when the back button leads to another page', async ({ app, popup, page }) => {
      await app.open('/checkout');
      await toDecide(page, 'nothing', 'not-targeted');
      await goes(page, '/p/1');
      await popup.toAsk('email+phone');
      await page.goBack();
      await expect(popup.dialog).toHaveCount(0);
      expect(await page.evaluate(() => document.querySelectorAll('hello-again').length)).toBe(0);
    });

    test('keeps a form open that the visitor has begun to fill in', async ({ app, popup, page }) => {
      await app.open('/');
      await popup.toAsk('email+phone');
      await popup.email.fill('penny@exam');
      await goes(page, '/p/1');
      await toDecide(page, 'email+phone', 'unknown');
      await expect(popup.email).toHaveValue('penny@exam');
    });

    test('reads the link that a route carries, and removes it from the address', async ({ app, shop, popup, page }) => {
      await app.open('/checkout');
      await toDecide(page, 'nothing', 'not-targeted');
      const link = await shop.linkOf(penny.name);
      await goes(page, `/p/1?ha_id=${link.searchParams.get('ha_id')}&colour=red#top`);
      await popup.toAsk('phone');
      expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('?colour=red#top');
      expect((await explain(page)).reason).toBe('known-needs-phone');
    });

    test('does not restart the delay when the same address is written again and again', async ({
      app,
      popup,
      page,
    }) => {
      await app.open('/', { 'data-trigger-delay': '400' });
      await page.evaluate(() => {
        let scrolled = 0;
        const write = () => {
          scrolled += 1;
          history.replaceState({ scrolled }, '', location.href);
          requestAnimationFrame(write);
        };
        write();
      });
      await popup.toAsk('email+phone');
    });

    test('gets its history functions back from destroy()', async ({ app, page }) => {
      await app.open('/checkout');
      await toDecide(page, 'nothing', 'not-targeted');
      await call(page, 'destroy');
      await goes(page, '/p/1');
      expect(
        await page.evaluate(() => [
          Object.hasOwn(history, 'pushState') && history.pushState !== History.prototype.pushState,
        ]),
      ).toEqual([false]);
    });
  });
}
