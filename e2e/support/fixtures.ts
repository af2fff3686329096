import { randomBytes } from 'node:crypto';
import { sep } from 'node:path';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { isWhole } from '../../scripts/sample.ts';
import { limitOf } from '../engines/limits.ts';
import { Api } from './api.ts';
import { recordEvents } from './events.ts';
import { Popup } from './popup.ts';
import { Shop } from './shop.ts';
import { Site } from './sites.ts';
import { Surprises } from './surprises.ts';

interface Fixtures {
  /** Marks a test that the driver of this engine cannot run. */
  withinLimits: undefined;
  /** A store of this test alone, seeded at its first visit. */
  store: string;
  surprises: Surprises;
  /** Fails the test on anything that happened on a page and was not expected. */
  failOnSurprises: undefined;
  api: Api;
  shop: Shop;
  popup: Popup;
  /** A browser of another visitor, watched like the first. */
  newVisitor: () => Promise<{ readonly page: Page; readonly shop: Shop; readonly popup: Popup }>;
  /** Starts a server of this test alone; it is stopped at its end, and requests to it are no surprise. */
  startSite: (...args: Parameters<typeof Site.start>) => Promise<Site>;
}

async function watch(context: BrowserContext, surprises: Surprises): Promise<void> {
  surprises.watch(context);
  await surprises.watchPolicy(context);
  await recordEvents(context);
  // The owner's notice shows on this machine; tests of what a customer sees do without it.
  await context.addInitScript(() => Object.assign(window, { HelloAgainNotice: false }));
}

export const test = base.extend<Fixtures>({
  // What moves is drawn dozens of times and waited for. A plain run plays the cases with it, and what is about motion.
  contextOptions: async ({ contextOptions }, use, { file }) => {
    const isMoving = isWhole || file.includes(`${sep}cases${sep}`);
    await use(isMoving ? contextOptions : { reducedMotion: 'reduce', ...contextOptions });
  },
  withinLimits: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern.
    async ({}, use, info) => {
      const why = limitOf(info.file, info.titlePath.join(' › '));
      info.skip(!!why, why ?? '');
      await use(undefined);
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern.
  store: async ({}, use) => {
    await use(`e2e-${randomBytes(6).toString('hex')}`);
  },
  surprises: async ({ baseURL, browserName }, use) => {
    await use(new Surprises(baseURL ?? '', browserName === 'chromium'));
  },
  failOnSurprises: [
    async ({ context, surprises }, use) => {
      await watch(context, surprises);
      await use(undefined);
      expect(surprises.report(), 'what happened on the pages and was not expected').toEqual([]);
    },
    { auto: true },
  ],
  api: async ({ request, store }, use) => {
    await use(new Api(request, store));
  },
  shop: async ({ page, store }, use) => {
    await use(new Shop(page, store));
  },
  popup: async ({ page }, use) => {
    await use(new Popup(page));
  },
  newVisitor: async ({ browser, contextOptions, store, surprises }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext(contextOptions);
      contexts.push(context);
      await watch(context, surprises);
      const page = await context.newPage();
      return { page, shop: new Shop(page, store), popup: new Popup(page) };
    });
    for (const context of contexts) await context.close();
  },
  startSite: async ({ surprises }, use) => {
    const sites: Site[] = [];
    await use(async (...args) => {
      const site = await Site.start(...args);
      sites.push(site);
      surprises.allowOrigin(site.origin);
      return site;
    });
    for (const site of sites) await site.stop();
  },
});

export { expect };
