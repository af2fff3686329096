// `npm test`: everything, from a fresh checkout. The last line says how many passed and failed; each check that is no test
// runner counts as one test. `npm test -- unit lint` runs the steps named; `--fast` leaves the browser out.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { adviceWithoutBrowser, ensureBrowser } from './browser.mjs';
import { isBuilt } from './fingerprint.mjs';
import { ensureInstalled } from './install.mjs';
import { readPlaywright, readVitest } from './results.mjs';
import { root } from './root.mjs';
import { run, runPackage } from './run.mjs';

/** @typedef {import('./results.mjs').Results} Results */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {boolean} [needsBuild]
 * @property {() => Promise<Results>} check
 */

const reports = join(root, '.cache/reports');

/**
 * @param {string} name
 * @param {number} exitCode
 * @returns {Results}
 */
const asOneTest = (name, exitCode) =>
  exitCode === 0
    ? { passed: 1, failed: [], skipped: [] }
    : { passed: 0, failed: [`${name} (exit code ${exitCode})`], skipped: [] };

/**
 * @param {string} file
 * @returns {Promise<unknown>} undefined where there is no report, or none that can be read
 */
async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

async function build() {
  const bundled = await runPackage('vite', 'vite', ['build', '--app']);
  return bundled === 0 ? runPackage('typescript', 'tsc', ['-p', 'tsconfig.types.json']) : bundled;
}

async function runUnitTests() {
  const file = join(reports, 'unit.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const exitCode = await runPackage('vitest', 'vitest', args);
  return readVitest(await readReport(file), exitCode, root);
}

async function runBrowserTests() {
  const browser = await ensureBrowser().catch((error) => {
    console.error(error.message);
    return undefined;
  });
  if (!browser) {
    console.error(adviceWithoutBrowser);
    return { passed: 0, failed: [adviceWithoutBrowser], skipped: [] };
  }
  console.log(`Browser: ${browser}`);
  const file = join(reports, 'e2e.json');
  const args = ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'];
  const env = { HELLO_AGAIN_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const exitCode = await runPackage('@playwright/test', 'playwright', args, { env });
  return readPlaywright(await readReport(file), exitCode);
}

/**
 * @param {string} name
 * @param {() => Promise<number>} start
 * @param {boolean} [needsBuild]
 * @returns {Step}
 */
const check = (name, start, needsBuild = false) => ({
  name,
  needsBuild,
  check: async () => asOneTest(name, await start()),
});

/** @type {readonly Step[]} */
const steps = [
  check('types', () => runPackage('typescript', 'tsc', ['--noEmit'])),
  check('scripts', () => runPackage('typescript', 'tsc', ['-p', 'scripts'])),
  check('lint', () => runPackage('@biomejs/biome', 'biome', ['check', '.'])),
  check('schema', () => run(process.execPath, ['scripts/schema.mjs', '--check'])),
  check('docs', () => run(process.execPath, ['scripts/docs.mjs', '--check'])),
  check('build', build),
  check('size', () => runPackage('size-limit', 'size-limit', []), true),
  check('figures', () => run(process.execPath, ['scripts/figures.mjs', '--check']), true),
  check('simulation', () => run(process.execPath, ['scripts/simulate.mjs', '--check'])),
  { name: 'unit', check: runUnitTests },
  check('package', () => runPackage('publint', 'publint', ['--strict']), true),
  { name: 'e2e', needsBuild: true, check: runBrowserTests },
];

/** @param {readonly string[]} args */
function choose(args) {
  const names = args.filter((arg) => !arg.startsWith('-'));
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`No step is called ${unknown.join(', ')}. There are: ${steps.map(({ name }) => name).join(', ')}.`);
    return undefined;
  }
  const chosen = names.length > 0 ? steps.filter(({ name }) => names.includes(name)) : steps;
  return args.includes('--fast') ? chosen.filter(({ name }) => name !== 'e2e') : chosen;
}

/**
 * @param {readonly Step[]} chosen
 * @returns {Promise<Results[]>}
 */
async function runSteps(chosen) {
  /** @type {Results[]} */
  const all = [];
  let isUsable = chosen.some(({ name }) => name === 'build') || (await isBuilt());
  for (const { name, needsBuild, check: runStep } of chosen) {
    console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 70 - name.length))}`);
    if (needsBuild && !isUsable) {
      const reason = `${name}: not run, because the build did not succeed or is out of date (npm run build)`;
      console.error(reason);
      all.push({ passed: 0, failed: [reason], skipped: [] });
      continue;
    }
    const results = await runStep();
    if (name === 'build') isUsable = results.failed.length === 0;
    all.push(results);
  }
  return all;
}

/** @param {readonly Results[]} all */
function summarise(all) {
  const passed = all.reduce((sum, results) => sum + results.passed, 0);
  const failed = all.flatMap((results) => results.failed);
  const skipped = all.flatMap((results) => results.skipped);
  console.log('');
  for (const name of skipped) console.log(`skipped  ${name}`);
  for (const name of failed) console.log(`failed   ${name}`);
  const last = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
  console.log(`${passed} passed, ${failed.length} failed${last}`);
  process.exitCode = failed.length > 0 || passed === 0 ? 1 : 0;
}

const chosen = choose(process.argv.slice(2));
if (!chosen) {
  process.exitCode = 2;
} else if (await ensureInstalled()) {
  // A report of an earlier run must not speak for this one.
  await rm(reports, { recursive: true, force: true });
  await mkdir(reports, { recursive: true });
  summarise(await runSteps(chosen));
} else {
  summarise([{ passed: 0, failed: ['install (npm ci)'], skipped: [] }]);
}
