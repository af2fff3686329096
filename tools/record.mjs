// `npm run record`: plays the default journey of `/compare` and writes it as the moving picture of the README,
// docs/compare.webp. Whoever changes what is seen there runs it again.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { adviceWithoutBrowser, ensureBrowser } from '../scripts/browser.mjs';
import { isBuilt } from '../scripts/fingerprint.mjs';
import { ensureInstalled } from '../scripts/install.mjs';
import { freePort, untilServed } from '../scripts/ports.mjs';
import { root } from '../scripts/root.mjs';
import { runPackage } from '../scripts/run.mjs';

/** Milliseconds between two pictures; more would make the file large and show nothing more. */
const step = 250;
/** How long the end is shown. Milliseconds. */
const rest = 4_000;

if (!(await ensureInstalled('tools'))) process.exit(1);
if (!(await isBuilt())) await runPackage('vite', 'vite', ['build', '--app']);
const executablePath = await ensureBrowser().catch(() => undefined);
if (!executablePath) throw new Error(adviceWithoutBrowser);
const { default: sharp } = await import('sharp');

const port = await freePort();
const data = mkdtempSync(join(tmpdir(), 'hello-again-record-'));
const server = spawn(process.execPath, [join(root, 'dist/demo/server.js')], {
  env: { ...process.env, PORT: String(port), HELLO_AGAIN_DATA: data, NODE_ENV: 'production' },
  stdio: 'ignore',
});

/** @type {{ image: Buffer, at: number }[]} */
const frames = [];
try {
  await untilServed(`http://localhost:${port}/healthz`);
  const browser = await chromium.launch({ executablePath });
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, colorScheme: 'light', locale: 'en-GB' });
  await page.addInitScript(() => Object.assign(window, { HelloAgainNotice: false }));
  await page.goto(`http://localhost:${port}/compare`);
  await page.waitForLoadState('networkidle');
  const stage = page.locator('.stage');
  const cdp = await page.context().newCDPSession(page);
  cdp.on('Page.screencastFrame', ({ data: image, metadata, sessionId }) => {
    const at = (metadata.timestamp ?? 0) * 1_000;
    const last = frames.at(-1);
    if (!last || at - last.at >= step) frames.push({ image: Buffer.from(image, 'base64'), at });
    void cdp.send('Page.screencastFrameAck', { sessionId });
  });
  await stage.scrollIntoViewIfNeeded();
  await cdp.send('Page.startScreencast', { format: 'jpeg', quality: 92, maxWidth: 1280, maxHeight: 860 });
  await page.getByRole('button', { name: 'Play', exact: false }).first().click();
  await stage.and(page.locator('[data-phase="done"]')).waitFor({ timeout: 40_000 });
  await new Promise((resolve) => setTimeout(resolve, 800));
  await cdp.send('Page.stopScreencast');
  frames.push({ image: await page.screenshot({ type: 'jpeg', quality: 92 }), at: (frames.at(-1)?.at ?? 0) + step });
  await browser.close();
} finally {
  server.kill('SIGTERM');
  rmSync(data, { recursive: true, force: true });
}

const images = await Promise.all(frames.map(({ image }) => sharp(image).resize(960).png().toBuffer()));
const delay = frames.map(({ at }, i) => Math.round((frames[i + 1]?.at ?? at + rest) - at));
const picture = await sharp(images, { join: { animated: true } })
  .webp({ quality: 60, effort: 6, delay, loop: 0 })
  .toBuffer();
writeFileSync(join(root, 'docs/compare.webp'), picture);
const seconds = (delay.reduce((sum, ms) => sum + ms, 0) / 1_000).toFixed(1);
console.log(`docs/compare.webp: ${images.length} pictures, ${seconds} s, ${Math.round(picture.length / 1_000)} kB`);
