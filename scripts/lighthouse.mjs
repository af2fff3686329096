// `npm run lighthouse`: the demo's shop page with the popup and without it, in one run, turn by turn. Writes the medians
// into docs/figures.md, and ends with an error where a score with the popup is under 95. Not part of `npm test`: it
// measures time, and its many packages are nobody else's business.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeBlock } from './blocks.mjs';
import { adviceWithoutBrowser, ensureBrowser } from './browser.mjs';
import { isBuilt } from './fingerprint.mjs';
import { freePort, untilServed } from './ports.mjs';
import { root } from './root.mjs';
import { runNpm, runPackage } from './run.mjs';

const folder = join(root, 'scripts/lighthouse');
const turns = 3;
const least = 95;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

/** @param {string} path in the packages of this script alone */
const load = (path) => import(pathToFileURL(join(folder, 'node_modules', path)).href);

/** @param {readonly number[]} numbers */
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

if (!existsSync(join(folder, 'node_modules'))) await runNpm(['ci', '--prefix', folder, '--no-audit', '--no-fund']);
if (!(await isBuilt())) await runPackage('vite', 'vite', ['build', '--app']);
const executablePath = await ensureBrowser().catch(() => undefined);
if (!executablePath) throw new Error(adviceWithoutBrowser);

const { default: lighthouse } = await load('lighthouse/core/index.js');
const { default: puppeteer } = await load('puppeteer-core/lib/esm/puppeteer/puppeteer-core.js');
const port = await freePort();
const data = mkdtempSync(join(tmpdir(), 'hello-again-lighthouse-'));
const server = spawn(process.execPath, [join(root, 'dist/demo/server.js')], {
  env: { ...process.env, PORT: String(port), HELLO_AGAIN_DATA: data, NODE_ENV: 'production' },
  stdio: 'ignore',
});

/** @param {string} url */
async function measure(url) {
  const browser = await puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    // What a customer sees: the owner's notice shows on this machine alone.
    await page.evaluateOnNewDocument(() => Object.assign(window, { HelloAgainNotice: false }));
    const { lhr } = await lighthouse(url, { output: 'json', logLevel: 'error' }, undefined, page);
    return categories.map((name) => Math.round((lhr.categories[name]?.score ?? 0) * 100));
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
    scores.with.push(await measure(shop));
    scores.without.push(await measure(`${shop}&signup=none`));
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
