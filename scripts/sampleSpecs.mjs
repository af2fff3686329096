// Which browser tests a sample leaves out: where one line of a spec makes three tests or more, two in three of them. All that
// is seen once stays, and so do the cases, the visitors whose downloads are counted, and what sample.ts has chosen already.
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { root } from './root.mjs';

/** @typedef {{ title: string, file?: string, suites?: Suite[], specs?: Spec[] }} Suite as Playwright's JSON reporter writes it */
/** @typedef {{ title: string, file: string, line: number, tests: { projectName: string }[] }} Spec */
/** @typedef {{ project: string, file: string, line: number, titles: readonly string[] }} Listed */

const alwaysWhole = /^(cases|budgets)\//;

/** @param {Listed} test */
const lineOf = ({ project, file, line }) => `${project} ${file}:${line}`;

/** @param {readonly Listed[]} tests */
function byLineOf(tests) {
  /** @type {Map<string, Listed[]>} */
  const byLine = new Map();
  for (const one of tests) byLine.set(lineOf(one), [...(byLine.get(lineOf(one)) ?? []), one]);
  return byLine;
}

/**
 * @param {readonly Listed[]} tests in the order in which they are written
 * @param {readonly Listed[]} whole those of a whole run: a line with more of them has chosen by itself, one of each value
 * @returns {Listed[]} the same ones every time; another third for each line, so that not every loop runs its first case
 */
export function leftOut(tests, whole) {
  const all = byLineOf(whole);
  return [...byLineOf(tests.filter(({ file }) => !alwaysWhole.test(file)))]
    .filter(([line, loop]) => loop.length > 2 && all.get(line)?.length === loop.length)
    .flatMap(([, loop]) => loop.filter(({ line }, i) => i % 3 !== line % 3));
}

/**
 * @param {Suite} suite
 * @param {readonly string[]} [above] titles
 * @returns {Listed[]}
 */
export function flatten(suite, above = []) {
  // A file's own suite is titled by its path, which a list of tests has in another place.
  const titles = suite.title === suite.file ? above : [...above, suite.title];
  return [
    ...(suite.specs ?? []).flatMap(({ title, file, line, tests }) =>
      tests.map(({ projectName }) => ({ project: projectName, file, line, titles: [...titles, title] })),
    ),
    ...(suite.suites ?? []).flatMap((inner) => flatten(inner, titles)),
  ];
}

/**
 * @param {string} config of Playwright
 * @param {Readonly<Record<string, string>>} env
 * @returns {Promise<Listed[]>}
 */
async function list(config, env) {
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const args = [playwright, 'test', '--config', config, '--list', '--reporter=json'];
  // To its output, wherever the report of the run itself is to go.
  const { PLAYWRIGHT_JSON_OUTPUT_FILE: _file, ...rest } = { ...process.env, ...env };
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env: rest, maxBuffer: 2 ** 26 });
  return JSON.parse(stdout).suites.flatMap((/** @type {Suite} */ suite) => flatten(suite));
}

/**
 * @param {string} config of Playwright
 * @param {string} file what `--test-list-invert` reads
 * @param {Readonly<Record<string, string>>} env
 * @returns {Promise<number>} how many are left out
 */
export async function writeLeftOut(config, file, env) {
  const lists = [list(config, env), list(config, { ...env, HELLO_AGAIN_WHOLE: '1' })];
  const [tests = [], whole = []] = await Promise.all(lists);
  const out = leftOut(tests, whole);
  const lines = out.map(({ project, file: spec, titles }) => [`[${project}]`, spec, ...titles].join(' › '));
  await writeFile(file, `${lines.join('\n')}\n`);
  return out.length;
}
