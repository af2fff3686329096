// `npm test`: everything but tools/, from a fresh checkout. The last line says how many passed and failed; each check that is
// no test runner counts as one test. `npm test -- unit lint` runs the steps named; `--fast` leaves out the browser and what needs a database; `--tools`
// checks what tools/ holds, and `--all` checks both. What only reads and needs one core runs two at a time, each with its
// output in one piece.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { adviceWithoutBrowser, ensureBrowser } from './browser.mjs';
import { findEngines, wantedEngines } from './engines.mjs';
import { isBuilt } from './fingerprint.mjs';
import { ensureInstalled } from './install.mjs';
import { countFaults, readPlaywright, readVitest } from './results.mjs';
import { root } from './root.mjs';
import { run, runPackage } from './run.mjs';
import { writeLeftOut } from './sampleSpecs.mjs';

/** @typedef {import('./results.mjs').Results} Results */
/** @typedef {import('./run.mjs').RunOptions} RunOptions */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {boolean} [needsBuild]
 * @property {boolean} [needsBrowser]
 * @property {boolean} [isLight] only reads, and needs one core: another one may run beside it
 * @property {boolean} [isOfTools] of tools/, and so no part of \`npm test\`
 * @property {(options?: RunOptions) => Promise<Results>} check
 */

const isFast = process.argv.includes('--fast');
const isWhole = process.env.HELLO_AGAIN_WHOLE === '1';
const reports = join(root, '.cache/reports');
const browserReport = join(reports, 'e2e.json');

/** What ran where and what did not, for the last lines. @type {string[]} */
const notes = [];

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
  if (bundled !== 0) return bundled;
  const typed = await run(process.execPath, ['scripts/types.mjs']);
  return typed === 0 ? run(process.execPath, ['scripts/site.mjs']) : typed;
}

async function runUnitTests() {
  const file = join(reports, 'unit.json');
  // Most seconds of the unit tests are those of databases.
  const projects = ['shared', 'alone', 'preact-10', ...(isFast ? [] : ['database'])];
  if (isFast) notes.push('The tests with a database: not run (npm test -- unit)');
  const args = [
    'run',
    // Neither `--exclude`, which Vitest ignores where there are projects, nor two that are not meant, of which it runs both.
    ...projects.map((project) => `--project=${project}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const exitCode = await runPackage('vitest', 'vitest', args);
  return readVitest(await readReport(file), exitCode, root);
}

/**
 * @param {string} config of Playwright
 * @param {string} list where to write what is left out
 * @param {Readonly<Record<string, string>>} env
 * @returns {Promise<{ left: number, args: string[] }>} how many tests are left out, and how Playwright is started
 */
async function sampled(config, list, env) {
  const left = isWhole ? 0 : await writeLeftOut(config, list, env);
  const args = ['test', '--config', config, '--reporter=list,json', ...(left > 0 ? ['--test-list-invert', list] : [])];
  return { left, args };
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
  const config = 'e2e/playwright.config.ts';
  const env = { HELLO_AGAIN_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport };
  const { left, args } = await sampled(config, join(reports, 'left-out.txt'), env);
  const exitCode = await runPackage('@playwright/test', 'playwright', args, { env });
  if (exitCode !== 0) {
    console.log(
      'Pages as they were at a failure lie in test-results/. With every step of a test, to be looked at afterwards:',
    );
    console.log('npm run e2e -- --trace retain-on-failure -g "words of its title"');
  }
  const report = await readReport(browserReport);
  const { scenarios, submissions } = countFaults(report);
  console.log(`Fault scenarios: ${scenarios}, with ${submissions} submissions.`);
  const results = readPlaywright(report, exitCode);
  const rest = left > 0 ? `, ${left} more on other days or in a whole run (HELLO_AGAIN_WHOLE=1)` : '';
  notes.push(`Chromium (${browser}): ${results.passed} passed, ${results.failed.length} failed${rest}`);
  return results;
}

/** The engines besides Chromium: the cases, and in a whole run all that depends on the engine most. */
async function runOtherEngines() {
  /** @type {Results} */
  const all = { passed: 0, failed: [], skipped: [] };
  const engines = findEngines();
  for (const { name, told, config, env } of engines) {
    console.log(`\n${told}`);
    const file = join(reports, `${name}.json`);
    const options = { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file } };
    const { args } = await sampled(config, join(reports, `${name}-left-out.txt`), env);
    const exitCode = await runPackage('@playwright/test', 'playwright', args, options);
    const { passed, failed, skipped } = readPlaywright(await readReport(file), exitCode);
    all.passed += passed;
    all.failed.push(...failed);
    all.skipped.push(...skipped);
    const rest = skipped.length > 0 ? `, ${skipped.length} beyond its driver` : '';
    notes.push(`${told}: ${passed} passed, ${failed.length} failed${rest}`);
  }
  for (const name of ['firefox', 'webkit'].filter((wanted) => !engines.some((engine) => engine.name === wanted))) {
    notes.push(`${name}: not here, not run (CONTRIBUTING.md says how to install it)`);
    if (wantedEngines().includes(name)) all.failed.push(`${name}: no such engine was found, and this run must have it`);
  }
  // Where there is no other engine there is nothing to run, and nothing failed.
  return all;
}

async function checkToolTypes() {
  if (!(await ensureInstalled('tools'))) return 1;
  return runPackage('typescript', 'tsc', ['-p', 'tools']);
}

/** Whether every entry point and its types are found, and fit each other; `e2e/page/commonjs.spec.ts` compiles an app with each. */
async function checkResolutions() {
  if (!(await ensureInstalled('tools'))) return 1;
  // Types of Node's first way of resolving, which knows the main entry point alone, are compiled there.
  return run(process.execPath, [
    ...['tools/node_modules/@arethetypeswrong/cli/dist/index.js', '--pack', '.', '--profile', 'node16'],
    ...['--format', 'ascii', '--no-emoji'],
  ]);
}

/** What the browser's tests measured, held against the documents; where they were not run, the visitors are played for it. */
function compareFigures() {
  const measured = existsSync(browserReport) ? ['--report', browserReport] : [];
  return run(process.execPath, ['scripts/figures.mjs', '--check', ...measured]);
}

/**
 * @param {string} name
 * @param {(options?: RunOptions) => Promise<number>} start
 * @param {Partial<Omit<Step, 'name' | 'check'>>} [traits]
 * @returns {Step}
 */
const check = (name, start, traits = { isLight: true }) => ({
  name,
  ...traits,
  check: async (options) => asOneTest(name, await start(options)),
});

const ofBuild = { needsBuild: true, isLight: true };
const ofTools = { isLight: true, isOfTools: true };

/** @type {readonly Step[]} */
const steps = [
  check('types', (options) => runPackage('typescript', 'tsc', ['--noEmit'], options)),
  check('scripts', (options) => runPackage('typescript', 'tsc', ['-p', 'scripts'], options)),
  check('lint', (options) => runPackage('@biomejs/biome', 'biome', ['check', '.'], options)),
  check('schema', (options) => run(process.execPath, ['scripts/schema.mjs', '--check'], options)),
  check('docs', (options) => run(process.execPath, ['scripts/docs.mjs', '--check'], options)),
  check('licences', (options) => run(process.execPath, ['scripts/thirdParty.mjs', '--check'], options)),
  check('build', build, {}),
  check('tag', (options) => run(process.execPath, ['scripts/scriptTag.mjs', '--check'], options), ofBuild),
  check('api', (options) => run(process.execPath, ['scripts/api.mjs', '--check'], options), ofBuild),
  check('package', (options) => runPackage('publint', 'publint', ['--strict'], options), ofBuild),
  { name: 'unit', check: runUnitTests },
  { name: 'e2e', needsBuild: true, needsBrowser: true, check: runBrowserTests },
  { name: 'engines', needsBuild: true, needsBrowser: true, check: runOtherEngines },
  check('figures', compareFigures, { needsBuild: true, needsBrowser: true }),
  check('tools', checkToolTypes, { isOfTools: true }),
  check('resolutions', checkResolutions, { needsBuild: true, isOfTools: true }),
  // The longest one first: the other runs beside it.
  check('simulation', (options) => run(process.execPath, ['tools/simulate/simulate.mjs', '--check'], options), ofTools),
  check('tools-unit', (options) => runPackage('vitest', 'vitest', ['run', '--project=tools'], options), ofTools),
  // Whether they work at all: figures come from the plain runs.
  check('bench', (options) => run(process.execPath, ['tools/bench/bench.mjs', '--quick', '--no-peers'], options), {
    needsBuild: true,
    needsBrowser: true,
    isOfTools: true,
  }),
  check(
    'collector-bench',
    (options) => run(process.execPath, ['tools/benchCollector/benchCollector.mjs', '--quick'], options),
    { needsBuild: true, isOfTools: true },
  ),
];

/** @param {readonly string[]} args */
function choose(args) {
  const names = args.filter((arg) => !arg.startsWith('-'));
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`No step is called ${unknown.join(', ')}. There are: ${steps.map(({ name }) => name).join(', ')}.`);
    return undefined;
  }
  if (names.length > 0) return steps.filter(({ name }) => names.includes(name));
  if (args.includes('--all')) return steps;
  if (args.includes('--tools')) return steps.filter(({ name, isOfTools }) => isOfTools || name === 'build');
  return steps.filter(({ needsBrowser, isOfTools }) => !isOfTools && !(needsBrowser && isFast));
}

/** @param {string} name */
const heading = (name) => `\n── ${name} ${'─'.repeat(Math.max(0, 70 - name.length))}`;

/**
 * Neighbours that may run beside each other, in one group; every other step in a group of its own.
 *
 * @param {readonly Step[]} chosen
 * @returns {Step[][]}
 */
function groupsOf(chosen) {
  /** @type {Step[][]} */
  const groups = [];
  for (const step of chosen) {
    const last = groups.at(-1);
    if (step.isLight && last?.[0]?.isLight) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

/**
 * Runs light steps, two at a time; what each of them prints appears when it has ended.
 *
 * @param {readonly Step[]} group
 * @returns {Promise<Results[]>}
 */
async function runBeside(group) {
  const waiting = [...group];
  /** @type {Results[]} */
  const all = [];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      /** @type {Buffer[]} */
      const printed = [];
      all.push(await step.check({ onOutput: (chunk) => printed.push(chunk) }));
      console.log(heading(step.name));
      process.stdout.write(Buffer.concat(printed));
    }
  };
  await Promise.all([work(), work()]);
  return all;
}

/**
 * @param {readonly Step[]} chosen
 * @returns {Promise<Results[]>}
 */
async function runSteps(chosen) {
  /** @type {Results[]} */
  const all = [];
  let isUsable = chosen.some(({ name }) => name === 'build') || (await isBuilt());
  for (const group of groupsOf(chosen)) {
    const able = group.filter(({ needsBuild }) => isUsable || !needsBuild);
    for (const { name } of group.filter((step) => !able.includes(step))) {
      const reason = `${name}: not run, because the build did not succeed or is out of date (npm run build)`;
      console.error(`${heading(name)}\n${reason}`);
      all.push({ passed: 0, failed: [reason], skipped: [] });
    }
    const [first] = able;
    if (first?.isLight) all.push(...(await runBeside(able)));
    else if (first) {
      console.log(heading(first.name));
      const results = await first.check();
      if (first.name === 'build') isUsable = results.failed.length === 0;
      all.push(results);
    }
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
  for (const line of notes) console.log(line);
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
