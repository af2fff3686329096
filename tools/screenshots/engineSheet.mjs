// Each layout in every engine that is here, on a phone's and on a desktop's screen: one contact sheet with a row for each state. Where
// a part has another size in another engine, the console says so.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isBuilt } from '../../scripts/fingerprint.mjs';
import { ensureInstalled } from '../../scripts/install.mjs';
import { root } from '../../scripts/root.mjs';
import { runPackage } from '../../scripts/run.mjs';
import { startBrowsers } from './browsers.mjs';
import { writeSheet } from './sheets.mjs';
import { startShop } from './shop.mjs';
import { differences, isDrawn, isStill, isTeaser, sizesOf } from './sizesOf.mjs';

const out = join(root, '.cache/contact-sheet');
const sizes = /** @type {const} */ ([
  [390, 844],
  [1280, 800],
]);

/** What is pressed on the page, which gets this as text. */
const close = () =>
  /** @type {any} */ (document.querySelector('hello-again')).shadowRoot.querySelector('[data-ha=close]').click();
const submit = () =>
  /** @type {any} */ (document.querySelector('hello-again')).shadowRoot.querySelector('[data-ha=submit]').click();

/**
 * What is on the sheet: a name, options, a preview if the state is one, what is pressed, and what must be seen then.
 *
 * @type {readonly { name: string, options?: Record<string, unknown>, preview?: string, press?: () => void, seen?: () => boolean }[]}
 */
const states = [
  { name: 'popup', options: { layout: 'modal' } },
  { name: 'flyout', options: { layout: 'flyout' } },
  { name: 'flyout, unfolded', preview: 'form,layout=flyout' },
  { name: 'inline', options: { layout: 'inline', into: '#signup' } },
  { name: 'teaser', options: { layout: 'modal', teaser: true }, press: close, seen: isTeaser },
  { name: 'code step', preview: 'verify' },
  // Higher than either screen, so it has to scroll.
  {
    name: 'errors',
    options: {
      layout: 'modal',
      fields: [
        { name: 'firstName', type: 'firstName' },
        { name: 'birthday', type: 'birthday' },
      ],
    },
    press: submit,
  },
];

/** @param {() => Promise<unknown>} isSo */
async function until(isSo) {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('not within twenty seconds');
}

if (!(await ensureInstalled('tools'))) process.exit(1);
if (!(await isBuilt())) await runPackage('vite', 'vite', ['build', '--app']);
/** The options of the page that is asked for next. @type {Record<string, unknown>} */
let shown = {};
const shop = await startShop(() => shown);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const browsers = await startBrowsers();
/** @type {import('./sheets.mjs').Shot[]} */
const shots = [];
try {
  for (const { name, options = {}, preview, press, seen } of states) {
    for (const [width, height] of sizes) {
      /** @type {[browser: string, sizes: import('./sizesOf.mjs').Sizes][]} */
      const drawn = [];
      for (const browser of browsers) {
        shown = options;
        const view = await browser.open(width, height);
        try {
          await view.goto(`${shop.origin}/${preview ? `?ha_preview=${preview}` : ''}`);
          await until(() => view.evaluate(isDrawn));
          if (press) await view.evaluate(press);
          if (seen) await until(() => view.evaluate(seen));
          await until(() => view.evaluate(isStill));
        } catch (error) {
          // The others are worth seeing all the same, and so is what stands there instead.
          console.error(`${browser.name}, ${name}, ${width} px: ${error}`);
          process.exitCode = 1;
        }
        drawn.push([browser.name, await view.evaluate(sizesOf)]);
        const file = `${browser.name}-${name}-${width}.png`.replace(/[^\w.-]+/g, '-');
        await view.picture(join(out, file));
        await view.close();
        shots.push({ name: `${browser.name}: ${name}`, file, width });
      }
      for (const line of differences(drawn)) console.log(`${name}, ${width} px: ${line}`);
    }
  }
  const scale = 0.4;
  const row = browsers.length * sizes.reduce((sum, [width]) => sum + Math.round(width * scale) + 14, 0);
  const drawer = browsers[0]?.playwright;
  if (drawer) await writeSheet(drawer, out, 'engines', shots, scale, row + 18);
  console.log('The contact sheet is .cache/contact-sheet/sheet-engines.png.');
} finally {
  for (const browser of browsers) await browser.stop();
  shop.stop();
}
