// `npm run templates`: draws the playground's eight templates at both widths as docs/templates.webp. Whoever changes a template runs
// it again.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { adviceWithoutBrowser, ensureBrowser } from '../scripts/browser.mjs';
import { isBuilt } from '../scripts/fingerprint.mjs';
import { freePort, untilServed } from '../scripts/ports.mjs';
import { root } from '../scripts/root.mjs';
import { runPackage } from '../scripts/run.mjs';

if (!(await isBuilt())) await runPackage('vite', 'vite', ['build', '--app']);
const executablePath = await ensureBrowser().catch(() => undefined);
if (!executablePath) throw new Error(adviceWithoutBrowser);

const port = await freePort();
const data = mkdtempSync(join(tmpdir(), 'hello-again-templates-'));
const server = spawn(process.execPath, [join(root, 'dist/demo/server.js')], {
  env: { ...process.env, PORT: String(port), HELLO_AGAIN_DATA: data, NODE_ENV: 'production' },
  stdio: 'ignore',
});

try {
  await untilServed(`http://localhost:${port}/healthz`);
  const browser = await chromium.launch({ executablePath });
  const viewport = { width: 1600, height: 1000 };
  const page = await browser.newPage({ viewport, colorScheme: 'light', locale: 'en-GB', reducedMotion: 'reduce' });
  await page.goto(`http://localhost:${port}/playground`);
  /** @type {{ name: string, desktop: string, phone: string }[]} */
  const pictures = [];
  let last = '';
  for (const template of await page.locator('[data-template]').all()) {
    await template.click();
    // The phone's heading tells one template from the next.
    const heading = page.frameLocator('iframe[title="Preview on a phone"]').locator('[part~=heading]');
    while ((await heading.textContent()) === last) await page.waitForTimeout(50);
    last = (await heading.textContent()) ?? '';
    await page.locator('iframe[data-shown=popup]').nth(1).waitFor();
    await page.waitForTimeout(500);
    const shot = async (/** @type {string} */ part) =>
      `data:image/png;base64,${(await page.locator(`.play-${part} .play-box`).screenshot()).toString('base64')}`;
    const name = (await template.locator('strong').textContent()) ?? '';
    pictures.push({ name, desktop: await shot('desktop'), phone: await shot('phone') });
  }
  // On a page without a policy of its own.
  await page.goto('about:blank');
  const webp = await page.evaluate(async (all) => {
    const [width, height] = [600, 330];
    const canvas = Object.assign(document.createElement('canvas'), { width: width * 2, height: (height + 34) * 4 });
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.fillStyle = '#f5f2ea';
    context.fillRect(0, 0, canvas.width, canvas.height);
    for (const [i, { name, desktop, phone }] of all.entries()) {
      const [x, y] = [(i % 2) * width + 14, Math.floor(i / 2) * (height + 34) + 26];
      context.fillStyle = '#17313b';
      context.font = '600 17px sans-serif';
      context.fillText(name, x, y);
      for (const [src, left, wide, high] of /** @type {const} */ ([
        [desktop, 0, 414, 259],
        [phone, 426, 146, 316],
      ])) {
        const image = Object.assign(new Image(), { src });
        await image.decode();
        context.drawImage(image, x + left, y + 12, wide, high);
      }
    }
    return canvas.toDataURL('image/webp', 0.8).split(',')[1] ?? '';
  }, pictures);
  writeFileSync(join(root, 'docs/templates.webp'), Buffer.from(webp, 'base64'));
  await browser.close();
} finally {
  server.kill();
  rmSync(data, { recursive: true, force: true });
}
