// One way to look through the engines that are here, whatever drives each of them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { adviceWithoutBrowser, ensureBrowser } from '../../scripts/browser.mjs';
import { findEngines } from '../../scripts/engines.mjs';
import { root } from '../../scripts/root.mjs';

/**
 * @typedef {object} View a page of one size
 * @property {(url: string) => Promise<unknown>} goto
 * @property {<T>(run: () => T | Promise<T>) => Promise<T>} evaluate
 * @property {(path: string) => Promise<unknown>} picture
 * @property {() => Promise<unknown>} close
 */

/**
 * @typedef {object} Browser
 * @property {string} name
 * @property {(width: number, height: number) => Promise<View>} open
 * @property {() => Promise<unknown>} stop
 * @property {PlaywrightBrowser} [playwright] it, where Playwright drives it
 */

/** @typedef {import('../../scripts/engines.mjs').Engine} Engine */
/** @typedef {import('@playwright/test').Browser} PlaywrightBrowser */

/** @param {string} name @param {PlaywrightBrowser} browser @returns {Browser} */
const ofPlaywright = (name, browser) => ({
  name: `${name} ${browser.version().split('.')[0]}`,
  open: async (width, height) => {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB' });
    const page = await context.newPage();
    return {
      goto: (url) => page.goto(url),
      evaluate: (run) => page.evaluate(run),
      picture: (path) => page.screenshot({ path }),
      close: () => context.close(),
    };
  },
  stop: () => browser.close(),
  playwright: browser,
});

async function chromium() {
  const { chromium } = await import('@playwright/test');
  const executablePath = await ensureBrowser().catch(() => undefined);
  if (!executablePath) throw new Error(adviceWithoutBrowser);
  // With the scroll bars that a visitor with a mouse has.
  return ofPlaywright(
    'Chromium',
    await chromium.launch({ executablePath, args: ['--disable-gpu'], ignoreDefaultArgs: ['--hide-scrollbars'] }),
  );
}

/** @param {Engine} engine */
async function firefox({ env }) {
  const { firefox } = await import('@playwright/test');
  const path = env.HELLO_AGAIN_ENGINE_PATH;
  const prefs = { 'widget.gtk.overlay-scrollbars.enabled': false };
  return ofPlaywright(
    'Firefox',
    await firefox.launch({
      firefoxUserPrefs: prefs,
      ...(path ? { channel: 'moz-firefox', executablePath: path } : {}),
    }),
  );
}

/** @param {Engine} engine @returns {Promise<Browser>} */
async function webkit({ env }) {
  const path = env.HELLO_AGAIN_ENGINE_PATH;
  if (!path) {
    const { webkit } = await import('@playwright/test');
    return ofPlaywright('WebKit', await webkit.launch());
  }
  /** @type {{ module: typeof import('../../e2e/webkit/driver.ts') }} */
  const { module } = await runnerImport(join(root, 'e2e/webkit/driver.ts'), { configFile: false, logLevel: 'error' });
  // Its driver's pictures of a window as wide as this never come, so they are read from the display's memory.
  const memory = mkdtempSync(join(tmpdir(), 'hello-again-display-'));
  const server = await module.startWebKit('1400x1000', memory);
  const driver = await module.Driver.start(server.server, path);
  await driver.resize(1400, 1000);
  return {
    name: 'WebKitGTK',
    // Its window is never as narrow as a phone: its toolbar needs more. A frame in it has any size.
    open: async (width, height) => ({
      goto: async (url) => {
        await driver.goto(new URL('/frame', url).href);
        // Playwright's pages are each a new visitor's.
        await driver.deleteCookies();
        await driver.evaluate(
          (src, width, height) =>
            new Promise((loaded) => {
              const frame = Object.assign(document.createElement('iframe'), { src, width, height, onload: loaded });
              document.body.replaceChildren(frame);
            }).then(() => undefined),
          url,
          width,
          height,
        );
        await driver.enterFrame('iframe');
      },
      evaluate: (run) => driver.evaluate(run),
      picture: async (path) => {
        const top = await driver.evaluate(() => outerHeight - (window.top?.innerHeight ?? 0));
        await writePicture(join(memory, 'Xvfb_screen0'), { left: 0, top, width, height }, path);
      },
      close: async () => undefined,
    }),
    stop: async () => {
      await driver.quit();
      await server.stop();
      rmSync(memory, { recursive: true, force: true });
    },
  };
}

/**
 * What is on a display.
 *
 * @param {string} file in the format of `xwd`: 25 numbers, a name, colours, and four bytes a pixel
 * @param {{ left: number, top: number, width: number, height: number }} part
 * @param {string} path
 */
async function writePicture(file, part, path) {
  const { default: sharp } = await import('sharp');
  const dump = readFileSync(file);
  const [headerSize = 0, , , , width = 0, height = 0] = Array.from({ length: 6 }, (_, i) => dump.readUInt32BE(i * 4));
  const colours = dump.readUInt32BE(19 * 4);
  const pixels = dump.subarray(headerSize + colours * 12).subarray(0, width * height * 4);
  // Blue comes first, and the fourth byte says nothing.
  for (let i = 0; i < pixels.length; i += 4) {
    [pixels[i], pixels[i + 2], pixels[i + 3]] = [pixels[i + 2] ?? 0, pixels[i] ?? 0, 255];
  }
  await sharp(pixels, { raw: { width, height, channels: 4 } })
    .extract(part)
    .png()
    .toFile(path);
}

/** Chromium and the others that are here. @returns {Promise<Browser[]>} */
export async function startBrowsers() {
  const engines = findEngines();
  const ofFirefox = engines.find(({ name }) => name === 'firefox');
  const ofWebKit = engines.find(({ name }) => name === 'webkit');
  return [
    await chromium(),
    ...(ofFirefox ? [await firefox(ofFirefox)] : []),
    ...(ofWebKit ? [await webkit(ofWebKit)] : []),
  ];
}
