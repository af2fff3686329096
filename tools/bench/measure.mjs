import { detector } from './detector.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./candidates.mjs').Candidate} Candidate */
/** @typedef {import('./candidates.mjs').Mode} Mode */

/** Four times slower than this machine, and "slow 4G" of Chromium's developer tools: bits become bytes a second. */
const cpuRate = 4;
const network = { offline: false, latency: 562, downloadThroughput: 1_470_000 / 8, uploadThroughput: 675_000 / 8 };

/** @param {import('@playwright/test').CDPSession} session */
async function slowDown(session) {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuRate });
}

/**
 * Follows a page's requests.
 *
 * @param {Page} page
 * @returns {() => Promise<void>} waits until the page is idle, nothing is under way and idling began nothing further
 */
function followRequests(page) {
  let begun = 0;
  const open = new Set();
  page.on('request', (request) => {
    begun += 1;
    open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  // Who only looks at the status of an answer leaves its body, and so the request, unfinished.
  page.on('response', (response) => response.request().method() === 'POST' && open.delete(response.request()));
  return async () => {
    let before;
    do {
      before = begun;
      await page.evaluate(async () => {
        for (let turn = 0; turn < 2; turn += 1)
          await new Promise((idle) => requestIdleCallback(idle, { timeout: 10_000 }));
      });
      while (open.size > 0) await page.waitForTimeout(20);
    } while (begun !== before);
  };
}

/**
 * Runs work on a page of a browser that has kept nothing.
 *
 * @template T
 * @param {import('@playwright/test').Browser} browser
 * @param {(page: Page, session: import('@playwright/test').CDPSession, untilQuiet: () => Promise<void>) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function onNewPage(browser, work) {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' });
  try {
    const page = await context.newPage();
    return await work(page, await context.newCDPSession(page), followRequests(page));
  } finally {
    await context.close();
  }
}

const addressOf = (/** @type {string} */ origin, /** @type {Candidate} */ { id }, /** @type {Mode} */ mode) =>
  `${origin}/page/${id}/${mode}`;

/** Waits for the field, without asking the page again and again meanwhile. */
async function untilUsable(/** @type {Page} */ page, /** @type {Candidate} */ { name }) {
  if (!(await page.evaluate('field.untilUsable()'))) throw new Error(`${name}: no field was usable within a minute`);
}

/** Types one character into the field, by the keyboard. */
async function tryField(/** @type {Page} */ page, /** @type {Candidate} */ { name }) {
  await page.evaluate('field.focus()');
  const before = String(await page.evaluate('field.value()'));
  await page.keyboard.press('7');
  const after = String(await page.evaluate('field.value()'));
  if (after === before) throw new Error(`${name}: the field took no character`);
}

/**
 * How long one candidate takes to open once.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} origin
 * @param {Candidate} candidate
 * @param {Exclude<Mode, 'nothing'>} mode
 * @returns {Promise<{ ms: number, blocking: number }>} from the call of `open()`, or from the navigation where it opens on load
 */
export function timeOpening(browser, origin, candidate, mode) {
  return onNewPage(browser, async (page, session, untilQuiet) => {
    const isOnLoad = mode === 'load' || mode === 'loadQuickest';
    await page.addInitScript(detector);
    if (isOnLoad) {
      await page.addInitScript((selector) => /** @type {any} */ (window).field.watch(selector), candidate.field ?? '');
      await slowDown(session);
    }
    await page.goto(addressOf(origin, candidate, mode));
    if (!isOnLoad) {
      await untilQuiet();
      if (mode === 'prefetched') {
        await page.evaluate('bench.prepare().then(() => {})');
        await untilQuiet();
      }
      await slowDown(session);
      await page.evaluate(`field.watch(${JSON.stringify(candidate.field)}); field.open()`);
    }
    await untilUsable(page, candidate);
    await tryField(page, candidate);
    return /** @type {{ ms: number, blocking: number }} */ (await page.evaluate('field.result()'));
  });
}

/**
 * What one candidate downloads, at full speed.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {import('./server.mjs').Server} server
 * @param {Candidate} candidate
 */
export function countDownloads(browser, server, candidate) {
  return onNewPage(browser, async (page, _session, untilQuiet) => {
    const mode = candidate.pages.load === undefined ? 'nothing' : 'load';
    await page.addInitScript(detector);
    server.take();
    await page.goto(addressOf(server.origin, candidate, mode));
    if (candidate.field) {
      await page.evaluate(`field.watch(${JSON.stringify(candidate.field)})`);
      await untilUsable(page, candidate);
    }
    await untilQuiet();
    const open = server.take();
    if (!candidate.signUp) return { open };
    await candidate.signUp(page);
    await untilQuiet();
    const rest = server.take();
    return { open, sent: { bytes: open.bytes + rest.bytes, requests: open.requests + rest.requests } };
  });
}

/**
 * What a page costs on which nobody is asked anything.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {import('./server.mjs').Server} server
 * @param {Candidate} candidate
 * @returns {Promise<{ script: number, bytes: number, requests: number }>} `script` in milliseconds on the main thread
 */
export function costOfNothing(browser, server, candidate) {
  return onNewPage(browser, async (page, session) => {
    await session.send('Performance.enable');
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpuRate });
    server.take();
    await page.goto(addressOf(server.origin, candidate, 'nothing'), { waitUntil: 'networkidle' });
    const { metrics } = await session.send('Performance.getMetrics');
    const seconds = metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
    const { bytes, requests } = server.take();
    return { script: seconds * 1000, bytes, requests };
  });
}
