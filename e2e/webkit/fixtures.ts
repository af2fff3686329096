import { randomBytes } from 'node:crypto';
import { test as base, expect } from '@playwright/test';
import { Api } from '../support/api.ts';
import { Site } from '../support/sites.ts';
import { Driver, keys, startWebKit, type WebKit } from './driver.ts';
import { WebKitPopup } from './popup.ts';

interface Fixtures {
  readonly store: string;
  readonly driver: Driver;
  readonly popup: WebKitPopup;
  readonly api: Api;
  /** The address of a page of the demo shop. */
  readonly shopUrl: (path: string, query?: Readonly<Record<string, string>>) => string;
  readonly startSite: (...args: Parameters<typeof Site.start>) => Promise<Site>;
}

export const test = base.extend<Fixtures, { webkit: WebKit }>({
  baseURL: `http://localhost:${process.env.HELLO_AGAIN_E2E_PORT}`,
  webkit: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern.
    async ({}, use) => {
      const webkit = await startWebKit('1280x900');
      await use(webkit);
      await webkit.stop();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  store: async ({}, use) => {
    await use(`webkit-${randomBytes(6).toString('hex')}`);
  },
  driver: async ({ webkit }, use) => {
    const driver = await Driver.start(webkit.server, String(process.env.HELLO_AGAIN_ENGINE_PATH));
    await use(driver);
    await driver.quit();
  },
  popup: async ({ driver }, use) => {
    await use(new WebKitPopup(driver));
  },
  api: async ({ request, store }, use) => {
    await use(new Api(request, store));
  },
  shopUrl: async ({ baseURL, store }, use) => {
    await use((path, query = {}) => `${baseURL}${path}?${new URLSearchParams({ store, delay: '100', ...query })}`);
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  startSite: async ({}, use) => {
    const sites: Site[] = [];
    await use(async (...args) => {
      const site = await Site.start(...args);
      sites.push(site);
      return site;
    });
    for (const site of sites) await site.stop();
  },
});

export { expect, keys };
