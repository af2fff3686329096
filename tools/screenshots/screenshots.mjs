// `npm run screenshots`: every page of the demo and every state of the popup, at three widths, by day and by night, and
// all of them on contact sheets. To be looked at; nothing is compared.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { adviceWithoutBrowser, ensureBrowser } from '../../scripts/browser.mjs';
import { isBuilt } from '../../scripts/fingerprint.mjs';
import { freePort, untilServed } from '../../scripts/ports.mjs';
import { root } from '../../scripts/root.mjs';
import { runPackage } from '../../scripts/run.mjs';
import { writeSheet } from './sheets.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const out = join(root, '.cache/screenshots');
const widths = [360, 768, 1280];
const schemes = /** @type {const} */ (['light', 'dark']);

/** Pages, and whether the whole of them is wanted. */
const pages = /** @type {const} */ ([
  ['shop', '/?delay=60000'],
  ['product', '/product/house-blend?delay=60000'],
  ['inbox', '/inbox'],
  ['checkout', '/checkout'],
  ['checkout-hosted', '/checkout?hosted=1'],
  ['profiles', '/profiles'],
  ['compare', '/compare'],
  ['npm', '/npm'],
  ['forum', '/forum'],
  ['terms', '/terms'],
  ['not-found', '/nothing-here'],
]);

/** @param {Page} page @param {Record<string, string>} fields */
async function submit(page, fields) {
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label).first().fill(text);
  await page.getByRole('checkbox', { name: /^Email me/ }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign up', exact: true }).click();
}

/**
 * States of the popup: an address, and what is done there.
 *
 * @type {readonly (readonly [name: string, path: string, act: (page: Page) => Promise<unknown>])[]}
 */
const states = [
  ['email+phone', '/?delay=0', async () => undefined],
  ['email+phone, US', '/?delay=0&region=us', async () => undefined],
  ['email+phone, strictest', '/?delay=0&region=none', async () => undefined],
  ['errors', '/?delay=0', (page) => page.getByRole('button', { name: 'Sign up', exact: true }).click()],
  [
    'unticked number',
    '/?delay=0',
    async (page) => {
      await page.getByLabel('Email').first().fill('pat@example.com');
      await page.getByLabel('Mobile number').fill('07700 900111');
      await page.getByRole('button', { name: 'Sign up', exact: true }).click();
    },
  ],
  ['phone', 'PENNY&delay=0', async () => undefined],
  ['not you', 'PENNY&delay=0', (page) => page.getByRole('button', { name: 'Not you?' }).click()],
  ['email', 'SAM&delay=0', async () => undefined],
  [
    'consent',
    '/?delay=60000',
    (page) =>
      page.evaluate(() => {
        const { HelloAgain } = /** @type {any} */ (window);
        HelloAgain.identify({ email: 'login@example.com', phone: '+447700900111' });
        HelloAgain.open();
      }),
  ],
  ['success', '/?delay=0&coupon=BEANS10', (page) => submit(page, { Email: 'sheet@example.com' })],
  ['waiting', '/?delay=0&fault=503', (page) => submit(page, { Email: 'sheet@example.com' })],
  ['failed', '/?delay=0&fault=404', (page) => submit(page, { Email: 'sheet@example.com' })],
  [
    'already signed up',
    'ADE&delay=60000',
    (page) => page.evaluate(() => /** @type {any} */ (window).HelloAgain.open()),
  ],
];

if (!(await isBuilt())) await runPackage('vite', 'vite', ['build', '--app']);
const executablePath = await ensureBrowser().catch(() => undefined);
if (!executablePath) throw new Error(adviceWithoutBrowser);
const port = await freePort();
const base = `http://localhost:${port}`;
const data = mkdtempSync(join(tmpdir(), 'hello-again-screenshots-'));
const server = spawn(process.execPath, [join(root, 'dist/demo/server.js')], {
  env: { ...process.env, PORT: String(port), HELLO_AGAIN_DATA: data, NODE_ENV: 'production' },
  stdio: 'ignore',
});
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

/** @type {Record<string, import('./sheets.mjs').Shot[]>} */
const sheets = {};
let taken = 0;

try {
  await untilServed(`${base}/healthz`);
  const browser = await chromium.launch({ executablePath });
  for (const colorScheme of schemes) {
    for (const width of widths) {
      /** @param {string} group @param {string} name @param {string} path @param {(page: Page) => Promise<unknown>} act */
      const take = async (group, name, path, act) => {
        taken += 1;
        const store = `sheet-${taken}`;
        const context = await browser.newContext({
          viewport: { width, height: width < 700 ? 780 : 900 },
          colorScheme,
          locale: 'en-GB',
          timezoneId: 'Europe/London',
          reducedMotion: 'reduce',
        });
        await context.addInitScript(() => Object.assign(window, { HelloAgainNotice: false }));
        const page = await context.newPage();
        const mails = await (await page.request.get(`${base}/api/mails?store=${store}`)).json();
        const linkTo = (/** @type {string} */ who) =>
          mails.find((/** @type {any} */ mail) => mail.to === who)?.links[0]?.path ?? '/';
        const address = path
          .replace('PENNY', linkTo('Penny'))
          .replace('SAM', linkTo('Sam'))
          .replace('ADE', linkTo('Ade'));
        await page.goto(`${base}${address}${address.includes('?') ? '&' : '?'}store=${store}`);
        if (group === 'popup') {
          if (!path.includes('60000')) await page.getByRole('dialog').waitFor();
          await act(page);
          await page.getByRole('dialog').waitFor();
          await page.waitForLoadState('networkidle');
        } else await page.waitForLoadState('networkidle');
        const file = `${group}-${name.replace(/\W+/g, '-')}-${width}-${colorScheme}.png`;
        await page.screenshot({ path: join(out, file), fullPage: group === 'page', animations: 'disabled' });
        const sheet = `${group}-${colorScheme}`;
        sheets[sheet] = [...(sheets[sheet] ?? []), { name: `${name}, ${width} px`, file, width }];
        await context.close();
      };
      for (const [name, path] of pages) await take('page', name, path, async () => undefined);
      for (const [name, path, act] of states) await take('popup', name, path, act);
    }
  }

  for (const [name, shots] of Object.entries(sheets)) await writeSheet(browser, out, name, shots, 1 / 2.6);
  await browser.close();
  console.log(`${taken} screenshots and ${Object.keys(sheets).length} contact sheets lie in .cache/screenshots.`);
} finally {
  server.kill('SIGTERM');
  rmSync(data, { recursive: true, force: true });
}
