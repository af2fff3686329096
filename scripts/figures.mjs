// `npm run figures`: writes what the six visitors of e2e/budgets download into the README, and what optional features add into
// docs/sizes.md. The visitors are played in a browser, unless `--report FILE` names a report of Playwright's that has them.
// `--check` writes nothing and fails when a document says something else by more than a tenth of a kilobyte, which is what
// two versions of a compressor may differ by.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { writeBlock } from './blocks.mjs';
import { adviceWithoutBrowser, ensureBrowser } from './browser.mjs';
import { featureRows } from './figures/featureRows.mjs';
import { notesOf } from './results.mjs';
import { root } from './root.mjs';
import { runPackage } from './run.mjs';

/** @typedef {import('../e2e/budgets/budgets.ts').Budget} Budget */

/**
 * @typedef {object} Measured what the test of one visitor noted
 * @property {Budget['id']} id
 * @property {number} bytes
 * @property {number} requests
 * @property {string[]} files
 */

const { values } = parseArgs({ options: { check: { type: 'boolean' }, report: { type: 'string' } } });

/** @returns {Promise<unknown>} */
async function playVisitors() {
  const browser = await ensureBrowser().catch(() => undefined);
  if (!browser) throw new Error(adviceWithoutBrowser);
  const folder = await mkdtemp(join(tmpdir(), 'hello-again-figures-'));
  const file = join(folder, 'report.json');
  const args = ['test', '--config', 'e2e/playwright.config.ts', '--reporter=json', 'e2e/budgets/'];
  // Whether a limit is kept is for `npm run e2e` to say; what was measured is written either way.
  await runPackage('@playwright/test', 'playwright', args, {
    env: { HELLO_AGAIN_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  const report = JSON.parse(await readFile(file, 'utf8'));
  await rm(folder, { recursive: true });
  return report;
}

const report = values.report ? JSON.parse(await readFile(values.report, 'utf8')) : await playVisitors();
/** @type {Measured[]} */
const measured = notesOf(report, 'moment').map((note) => JSON.parse(note));
const { module } = await runnerImport(join(root, 'e2e/budgets/budgets.ts'), { configFile: false, logLevel: 'error' });
/** @type {readonly Budget[]} */
const budgets = /** @type {any} */ (module).budgets;

const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;

const rows = budgets.map((budget) => {
  const found = measured.find(({ id }) => id === budget.id);
  if (!found) throw new Error(`nothing was measured of ${budget.visitor}: npm run e2e -- budgets`);
  const { visitor, moment } = budget;
  return `| ${visitor} | ${moment} | ${kB(found.bytes)} | ${kB(budget.bytes)} | ${found.requests} | ${budget.requests} |`;
});

const numbersOf = (/** @type {string} */ text) => (text.match(/[\d.]+(?= kB)/g) ?? []).map(Number);
const wordsOf = (/** @type {string} */ text) => text.replace(/[\d.]+(?= kB)/g, '');

/**
 * What is written is exact; what is checked may be a tenth of a kB off, for the name of a build is part of what is compressed.
 *
 * @param {string} present
 * @param {string} wanted
 */
function isSame(present, wanted) {
  if (!process.argv.includes('--check')) return present === wanted;
  const [was, is] = [numbersOf(present), numbersOf(wanted)];
  return wordsOf(present) === wordsOf(wanted) && is.every((size, i) => Math.abs(size - (was[i] ?? 0)) < 0.11);
}

const head = [
  '| visitor | until it is | downloads | at most | requests | at most |',
  '| --- | --- | --- | --- | --- | --- |',
];
await writeBlock('README.md', 'sizes', [...head, ...rows].join('\n'), isSame);

// The stranger in Germany is the one who meets optional features.
const everyones = measured.filter(({ id }) => id !== 'germany').flatMap(({ files }) => files);
const features = await featureRows(new Set(everyones));
await writeBlock('docs/sizes.md', 'features', features.join('\n'), isSame);
