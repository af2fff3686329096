// `npm run lighthouse`: the demo's shop page with the popup and without it, in one run, turn by turn. Writes the medians
// into docs/figures.md, and ends with an error where a score with the popup is under 95. Not part of `npm test`: it
// measures time, and its many packages are nobody else's business.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBlock } from '../scripts/blocks.mjs';
import { adviceWithoutBrowser, ensureBrowser } from '../scripts/browser.mjs';
import { isBuilt } from '../scripts/fingerprint.mjs';
import { ensureInstalled } from '../scripts/install.mjs';
import { freePort, untilServed } from '../scripts/ports.mjs';
import { root } from '../scripts/root.mjs';
import { runPackage } from '../scripts/run.mjs';

const turns = 3;
const least = 95;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

/** @param {readonly number[]} numbers */
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

if (!(await ensureInstalled('tools'))) process.exit(1);
if (!(await isBuilt())) await runPackage('vite', 'vite', ['build', '--app']);
const executablePath = await ensureBrowser().catch(() => undefined);
if (!executablePath) throw new Error(adviceWithoutBrowser);

const { default: lighthouse } = await import('lighthouse');
const { default: puppeteer } = await import('puppeteer-core');
const port = await freePort();
const data = mkdtempSync(join(tmpdir(), 'hello-again-lighthouse-'));
const server = spawn(process.execPath, [join(root, 'dist/demo/server.js')], {
  env: { ...process.env, PORT: String(port), HELLO_AGAIN_DATA: data, NODE_ENV: 'production' },
  stdio: 'ignore',
});

/** @param {string} url @param {string} executablePath */
async function measure(url, executablePath) {
  const browser = await puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    // What a customer sees: the owner's notice shows on this machine alone.
    await page.evaluateOnNewDocument(() => Object.assign(window, { HelloAgainNotice: false }));
    const result = await lighthouse(url, { output: 'json', logLevel: 'error' }, undefined, page);
    return categories.map((name) => Math.round((result?.lhr.categories[name]?.score ?? 0) * 100));
  } finally {
    await browser.close();
  }
}

try {
  const shop = `http://localhost:${port}/product/house-blend?store=lighthouse`;
  await untilServed(shop);
  /** @type {Record<'with' | 'without', number[][]>} */
  const scores = { with: [], without: [] };
  for (let turn = 0; turn < turns; turn += 1) {
    scores.with.push(await measure(shop, executablePath));
    scores.without.push(await measure(`${shop}&signup=none`, executablePath));
  }
  const rows = categories.map((name, i) => {
    const [popup, none] = [scores.with, scores.without].map((all) => median(all.map((one) => one[i] ?? 0)));
    return { name, popup: popup ?? 0, none: none ?? 0 };
  });
  await writeBlock(
    'docs/figures.md',
    'lighthouse',
    [
      '| category | with the popup | without it |',
      '| --- | --- | --- |',
      ...rows.map(({ name, popup, none }) => `| ${name} | ${popup} | ${none} |`),
    ].join('\n'),
  );
  for (const { name, popup, none } of rows) console.log(`${name}: ${popup} with, ${none} without`);
  if (rows.some(({ popup }) => popup < least)) process.exitCode = 1;
} finally {
  server.kill('SIGTERM');
  rmSync(data, { recursive: true, force: true });
}
