// `npm run contact-sheet`: every layout in every ready theme, at three widths, by day and by night, and what comes after
// the button; one contact sheet a theme and scheme. To be looked at; nothing is compared.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import { chromium } from '@playwright/test';
import { adviceWithoutBrowser, ensureBrowser } from '../../scripts/browser.mjs';
import { isBuilt } from '../../scripts/fingerprint.mjs';
import { root } from '../../scripts/root.mjs';
import { runPackage } from '../../scripts/run.mjs';
import { writeSheet } from './sheets.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const out = join(root, '.cache/contact-sheet');
const themes = ['plain', 'warm', 'night'];
const schemes = /** @type {const} */ (['light', 'dark']);
const widths = [360, 768, 1280];
/** Only what follows the names given: `npm run contact-sheet -- warm night`. */
const wanted = process.argv.slice(2);

const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 240"><rect width="640" height="240" fill="#7a4a2b"/><g fill="#3e2316"><ellipse cx="150" cy="120" rx="90" ry="62" transform="rotate(-24 150 120)"/><ellipse cx="330" cy="140" rx="96" ry="64" transform="rotate(14 330 140)"/><ellipse cx="510" cy="100" rx="90" ry="60" transform="rotate(-12 510 100)"/></g><g fill="none" stroke="#a06a43" stroke-width="9"><path d="M76 152q70-8 76-36t72-30M238 118q80 0 92 22t94 22M424 118q70-6 86-18t84-22"/></g></svg>`;

/** @param {Record<string, unknown>} options */
function shopPage(options) {
  const all = {
    collector: '/v1/submissions',
    brand: 'Harbor Coffee',
    terms: '/terms',
    privacy: '/privacy',
    storage: 'allowed',
    region: 'uk',
    trigger: { delay: 0 },
    coupon: { code: 'BEANS10', when: 'submitted' },
    ...options,
  };
  const product = (/** @type {string} */ name, /** @type {string} */ color) =>
    `<article><div style="background:${color}"></div><h3>${name}</h3><p>£12.50</p></article>`;
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Harbor Coffee</title><style>
:root{color-scheme:light dark}
body{margin:0;font:17px/1.5 "Avenir Next",Avenir,"Segoe UI",system-ui,sans-serif;background:light-dark(#f6f3ee,#121110);color:light-dark(#221d19,#efe9e2)}
header{display:flex;justify-content:space-between;padding:18px 24px;border-bottom:1px solid light-dark(#ddd5ca,#332e2a)}
main{max-width:1040px;margin:auto;padding:24px}
h1{font-size:clamp(28px,5vw,46px);line-height:1.1;margin:24px 0 8px}
.shelf{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:20px;margin:28px 0}
@media(max-width:600px){.shelf article:nth-child(n+2){display:none}}
.shelf div{aspect-ratio:4/3;border-radius:10px}h3{margin:10px 0 0;font-size:17px}.shelf p{margin:0;opacity:.75}
</style><header><strong>Harbor Coffee</strong><span>Bag (1)</span></header>
<main><h1>Roasted this morning.</h1><p>Small lots from farms we know by name, posted the day they leave the drum.</p>
<div id="signup"></div>
<div class="shelf">${product('House blend', '#8a5a3b')}${product('Kochere', '#b9764a')}${product('Night shift', '#3d3431')}${product('Decaf', '#a9987f')}</div>
<p>${'Every bag carries its roast date, and the name of whoever grew it. '.repeat(8)}</p></main>
<script type="application/json" data-hello-again>${JSON.stringify(all)}</script><script src="/hello-again.js"></script>`;
}

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
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://any');
  /** @param {string} type @param {string | Buffer} body */
  const answer = (type, body) => response.writeHead(200, { 'content-type': type }).end(body);
  if (pathname === '/') answer('text/html', shopPage(shown));
  else if (pathname === '/picture.svg') answer('image/svg+xml', picture);
  else if (pathname === '/v1/submissions') answer('application/json', JSON.stringify({ outcome: 'linked' }));
  else if (pathname.endsWith('.js')) {
    answer('text/javascript', readFileSync(join(root, 'dist/embed', basename(pathname))));
  } else response.writeHead(404).end();
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
const address = server.address();
const base = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;
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
          await context.addInitScript(() => Object.assign(window, { HelloAgainNotice: false }));
          const page = await context.newPage();
          page.setDefaultTimeout(8_000);
          await page.goto(base);
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
  server.close();
  server.closeAllConnections();
}
