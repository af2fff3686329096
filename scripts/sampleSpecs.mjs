// Which browser tests a sample leaves out. Always played are the cases, the visitors whose downloads are counted, and one test
// at least of each line and each group. What is left out is played on another day, or in a whole run alone.
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { root } from './root.mjs';

/** @typedef {{ title: string, file?: string, suites?: Suite[], specs?: Spec[] }} Suite as Playwright's JSON reporter writes it */
/** @typedef {{ title: string, file: string, line: number, tags?: string[], tests: { projectName: string }[] }} Spec */
/** @typedef {{ project: string, file: string, line: number, tags: readonly string[], titles: readonly string[] }} Listed */

/** The visitors whose downloads are counted, and the few journeys by WebDriver. */
const always = /^(budgets\/|journeys\.)/;
const cases = /^cases\//;
/**
 * Where a group of tests is one property in many circumstances: whatever a page does, whatever does not come, whatever the
 * collector answers, in each state. A third of each such group is played, another one every day.
 */
const properties = new RegExp(
  `^(${[
    'accessibility/',
    'compare/',
    'page/(deployment|docs|hostile/|notice|public-names|slow-files)',
    'popup/other-popups',
    'sending/(answers|faults/|vendor-errors)',
  ].join('|')})`,
);

/** @param {Listed} test */
const lineOf = ({ project, file, line }) => `${project} ${file}:${line}`;

/** @param {Listed} test its last title is its own */
const groupOf = ({ project, file, titles }) => [project, file, ...titles.slice(0, -1)].join(' › ');

/**
 * @param {readonly Listed[]} tests
 * @param {(test: Listed) => string} key
 * @returns {Map<string, Listed[]>}
 */
function groupBy(tests, key) {
  /** @type {Map<string, Listed[]>} */
  const groups = new Map();
  for (const one of tests) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

/**
 * @param {readonly Listed[]} group
 * @param {number} nth
 * @param {number} from which one to begin with; another one for each group, so that not all play their first test
 * @returns {Listed[]} all but every nth, and never all
 */
function allBut(group, nth, from) {
  const every = Math.min(nth, group.length);
  return group.filter((_, i) => i % every !== from % every);
}

/**
 * @param {readonly Listed[]} loop what one line makes
 * @returns {Listed[]} of a case a third is played, and pairs are whole
 */
function sparing(loop) {
  const { file = '', line = 0 } = loop[0] ?? {};
  if (!cases.test(file)) return allBut(loop, 6, line);
  return loop.length > 2 ? allBut(loop, 3, line) : [];
}

/**
 * @param {readonly Listed[]} tests in the order in which they are written
 * @param {readonly Listed[]} whole those of a whole run: a line with more of them has chosen by itself, one of each value
 * @param {number} day
 * @returns {Listed[]}
 */
export function leftOut(tests, whole, day) {
  const all = groupBy(whole, lineOf);
  const able = tests.filter(({ file }) => !always.test(file));
  const out = new Set(able.filter(({ tags }) => tags.includes('whole')));
  const leave = (/** @type {readonly Listed[]} */ group) => {
    for (const one of group) out.add(one);
  };
  const rest = (/** @type {(test: Listed) => boolean} */ where) => able.filter((one) => !out.has(one) && where(one));

  // The same ones every time: a loop has cases of one kind.
  for (const [line, loop] of groupBy(
    rest(() => true),
    lineOf,
  )) {
    if (all.get(line)?.length === loop.length) leave(sparing(loop));
  }
  const ofProperty = groupBy(
    rest(({ file }) => properties.test(file)),
    groupOf,
  );
  for (const group of ofProperty.values()) leave(allBut(group, 3, day + (group[0]?.line ?? 0)));
  // Each of them is a test of the desktop as well.
  leave(
    allBut(
      rest(({ project, file }) => project === 'phone' && !cases.test(file)),
      2,
      day,
    ),
  );
  return tests.filter((one) => out.has(one));
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
    ...(suite.specs ?? []).flatMap(({ title, file, line, tags = [], tests }) =>
      tests.map(({ projectName }) => ({ project: projectName, file, line, tags, titles: [...titles, title] })),
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
  const out = leftOut(tests, whole, Math.floor(Date.now() / 86_400_000));
  const lines = out.map(({ project, file: spec, titles }) => [`[${project}]`, spec, ...titles].join(' › '));
  await writeFile(file, `${lines.join('\n')}\n`);
  return out.length;
}
