// Every layout in every ready theme, at three widths, by day and by night, and what comes after
// the button; one contact sheet a theme and scheme. To be looked at; nothing is compared.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { adviceWithoutBrowser, ensureBrowser } from '../../scripts/browser.mjs';
import { isBuilt } from '../../scripts/fingerprint.mjs';
import { root } from '../../scripts/root.mjs';
import { runPackage } from '../../scripts/run.mjs';
import { writeSheet } from './sheets.mjs';
import { startShop } from './shop.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const out = join(root, '.cache/contact-sheet');
const themes = ['plain', 'warm', 'night'];
const schemes = /** @type {const} */ (['light', 'dark']);
const widths = [360, 768, 1280];
/** Only what follows the names given: `npm run contact-sheet -- warm night`. */
const wanted = process.argv.slice(2);

/** @param {Page} page */
async function fillIn(page) {
  // Inline there is no dialog to look in.
  const email = page.locator('[data-ha=email]');
  const unfold = page.locator('[data-ha=unfold]');
  await email.or(unfold).first().waitFor();
  if (await unfold.isVisible()) await unfold.click();
  await email.fill('sheet@example.com');
}

/** @param {Page} page */
const press = (page) => page.locator('[data-ha=submit]').click();

/**
 * What stands on a sheet: a name, options besides the theme, what is done there, and the widths.
 *
 * @type {readonly (readonly [name: string, options: Record<string, unknown>, act: (page: Page) => Promise<unknown>, widths: readonly number[]])[]}
 */
const states = [
  ['modal', { layout: 'modal' }, async () => undefined, widths],
  ['flyout', { layout: 'flyout' }, async () => undefined, widths],
  ['flyout, unfolded', { layout: 'flyout' }, fillIn, [360]],
  ['inline', { layout: 'inline', into: '#signup' }, async () => undefined, widths],
  [
    'teaser',
    { layout: 'modal', teaser: true },
    async (page) => {
      await page.locator('[data-ha=close]').first().click();
      await page.locator('[part~=teaser]').waitFor();
    },
    widths,
  ],
  ['errors', { layout: 'modal' }, press, [360, 768]],
  [
    'success',
    { layout: 'modal', region: 'us' },
    async (page) => {
      await fillIn(page);
      await press(page);
      await page.locator('[data-ha=status]').waitFor();
    },
    [360, 768],
  ],
  ['picture', { layout: 'modal', theme: { picture: '/picture.svg' } }, async () => undefined, [360, 768]],
  ['picture, flyout', { layout: 'flyout', theme: { picture: '/picture.svg' } }, async () => undefined, [768]],
];

if (!(await isBuilt())) await runPackage('vite', 'vite', ['build', '--app']);
const executablePath = await ensureBrowser().catch(() => undefined);
if (!executablePath) throw new Error(adviceWithoutBrowser);

/** The options of the page that is asked for next. @type {Record<string, unknown>} */
let shown = {};
const shop = await startShop(() => shown);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

let sheets = 0;
try {
  const browser = await chromium.launch({ executablePath });
  for (const theme of themes.filter((name) => wanted.length === 0 || wanted.includes(name))) {
    for (const colorScheme of schemes) {
      /** @type {import('./sheets.mjs').Shot[]} */
      const shots = [];
      for (const [name, options, act, at] of states) {
        for (const width of at) {
          shown = { ...options, theme: { preset: theme, .../** @type {object} */ (options.theme) } };
          const context = await browser.newContext({
            viewport: { width, height: width < 700 ? 740 : 820 },
            colorScheme,
            locale: 'en-GB',
            timezoneId: 'Europe/London',
            reducedMotion: 'reduce',
            isMobile: width < 700,
            hasTouch: width < 700,
          });
          const page = await context.newPage();
          page.setDefaultTimeout(8_000);
          await page.goto(shop.origin);
          try {
            await page.locator('hello-again [part~=dialog]').waitFor();
            await act(page);
          } catch (error) {
            // The others are worth seeing all the same, and so is what stands there instead.
            console.error(`${theme}, ${colorScheme}, ${name}, ${width} px: ${error}`);
            process.exitCode = 1;
          }
          await page.waitForLoadState('networkidle');
          const file = `${theme}-${colorScheme}-${name.replace(/\W+/g, '-')}-${width}.png`;
          await page.screenshot({
            path: join(out, file),
            fullPage: options.layout === 'inline',
            animations: 'disabled',
          });
          shots.push({ name: `${name}, ${width} px`, file, width });
          await context.close();
        }
      }
      await writeSheet(browser, out, `${theme}-${colorScheme}`, shots, 1 / 2);
      sheets += 1;
    }
  }
  await browser.close();
  console.log(`${sheets} contact sheets lie in .cache/contact-sheet.`);
} finally {
  shop.stop();
}
