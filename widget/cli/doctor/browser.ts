import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserType } from '@playwright/test';
import { Misuse } from '../misuse.ts';

const drivers = ['playwright-core', 'playwright', '@playwright/test'];

/** Where systems keep a browser that is no channel of Playwright’s. */
const places = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Starts the browser that is there: the one of `HELLO_AGAIN_BROWSER`, Playwright’s own, Chrome, Edge, or Chromium.
 *
 * @throws {Misuse} where there is no driver or no browser
 */
export async function launchBrowser(): Promise<Browser> {
  const chromium = await findDriver();
  const chosen = process.env.HELLO_AGAIN_BROWSER;
  const ways = chosen
    ? [{ executablePath: chosen }]
    : [
        {},
        { channel: 'chrome' },
        { channel: 'msedge' },
        ...places.filter((path) => existsSync(path)).map((executablePath) => ({ executablePath })),
      ];
  for (const way of ways) {
    const browser = await chromium.launch(way).catch(() => undefined);
    if (browser) return browser;
  }
  throw new Misuse(
    chosen
      ? `HELLO_AGAIN_BROWSER is ${chosen}, which does not start.`
      : 'No browser was found: install Chrome, Edge or Chromium, or run `npx playwright install chromium`.',
  );
}

/** The driver of whoever calls, or the one beside this package. */
async function findDriver(): Promise<BrowserType> {
  for (const from of [join(process.cwd(), 'package.json'), import.meta.url]) {
    const { resolve } = createRequire(from);
    for (const name of drivers) {
      const found = await Promise.resolve()
        .then(() => import(/* @vite-ignore */ pathToFileURL(resolve(name)).href))
        .catch(() => undefined);
      const { chromium } = (found?.default ?? found ?? {}) as { readonly chromium?: BrowserType };
      if (chromium) return chromium;
    }
  }
  throw new Misuse('`doctor` drives a browser by Playwright: run `npm install --save-dev playwright-core` first.');
}
