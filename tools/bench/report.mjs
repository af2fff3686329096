import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { writeBlock } from '../../scripts/blocks.mjs';
import { root } from '../../scripts/root.mjs';
import { pictureOf } from './picture.mjs';

/** @typedef {import('./candidates.mjs').Candidate} Candidate */
/** @typedef {import('./measureAll.mjs').Measured} Measured */
/** @typedef {import('./measureAll.mjs').Opening} Opening */
/** @typedef {{ rounds: number, browser: string, versions: readonly string[], floors: import('./floors.mjs').Floors }} About */

/**
 * @typedef {object} Row
 * @property {string} moment with the floor that it is compared with
 * @property {string} floor that candidate's id
 * @property {string} limit
 * @property {(measured: Measured) => number | undefined} [value] where a ratio says something
 * @property {(measured: Measured) => string} text
 * @property {boolean} [isQuoted] in the README
 */

const counted = (/** @type {number} */ count) => count.toLocaleString('en-US', { maximumFractionDigits: 0 });
const requests = (/** @type {number} */ count) => (count === 1 ? '1 request' : `${count} requests`);
const download = (/** @type {{ bytes: number, requests: number } | undefined} */ one) =>
  one ? `${counted(one.bytes)} B, ${requests(one.requests)}` : '–';
const time = (/** @type {number | undefined} */ ms) => (ms === undefined ? '–' : `${counted(ms)} ms`);

/** @param {Opening} opening */
const opens = (opening) => ({
  value: (/** @type {Measured} */ { times }) => times[opening]?.ms,
  text: (/** @type {Measured} */ { times }) => time(times[opening]?.ms),
});

/** @returns {Promise<readonly Row[]>} */
async function rowsOf() {
  const { module } = await runnerImport(join(root, 'e2e/budgets/budgets.ts'), { configFile: false, logLevel: 'error' });
  /** @type {readonly import('../../e2e/budgets/budgets.ts').Budget[]} */
  const budgets = /** @type {any} */ (module).budgets;
  const limitOf = (/** @type {string} */ id) => download(budgets.find((budget) => budget.id === id));
  return [
    {
      moment: 'a page that asks nothing; hand-written: the loader',
      floor: 'plain',
      limit: limitOf('nothing'),
      text: ({ nothing }) => download(nothing),
    },
    {
      moment: 'popup open, field usable',
      floor: 'preactPhone',
      limit: limitOf('uk'),
      value: ({ open }) => open?.bytes,
      text: ({ open }) => download(open),
      isQuoted: true,
    },
    {
      moment: 'whole sign-up sent',
      floor: 'preactPhone',
      limit: limitOf('signUp'),
      value: ({ sent }) => sent?.bytes,
      text: ({ sent }) => download(sent),
    },
    {
      moment: '`open()` to usable field, code already fetched',
      floor: 'preactPhone',
      limit: '1.4 ×',
      ...opens('prefetched'),
      isQuoted: true,
    },
    { moment: '`open()` to usable field, nothing fetched', floor: 'preactPhone', limit: '1.25 ×', ...opens('cold') },
    {
      moment: 'opens on load; hand-written: the loader, then one file',
      floor: 'preactPhone',
      limit: '1.15 ×',
      ...opens('load'),
      isQuoted: true,
    },
    {
      moment: 'opens on load, with `modulepreload`; hand-written: one file',
      floor: 'preactPhone',
      limit: '1.25 ×',
      ...opens('loadQuickest'),
    },
    {
      moment: 'blocking time of opening, code already fetched',
      floor: 'preactPhone',
      limit: '0 ms',
      value: ({ times }) => times.prefetched?.blocking,
      text: ({ times }) => time(times.prefetched?.blocking),
    },
    {
      moment: 'script on the main thread, asks nothing; hand-written: the loader',
      floor: 'plain',
      limit: '15 ms',
      value: ({ nothing }) => nothing?.script,
      text: ({ nothing }) => time(nothing?.script),
    },
  ];
}

/** @param {Row} row @param {Map<string, Measured>} measured */
function ratioOf({ floor, value }, measured) {
  const [own, by] = ['helloAgain', floor].map((id) => value?.(measured.get(id) ?? { times: {} }));
  return own !== undefined && by ? `${(own / by).toFixed(2)} ×` : '–';
}

const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
const table = (/** @type {readonly string[]} */ head, /** @type {readonly (readonly string[])[]} */ rows) =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

/**
 * @param {readonly Row[]} rows
 * @param {readonly Candidate[]} peers
 * @param {Map<string, Measured>} measured
 */
function comparison(rows, peers, measured) {
  const head = ['', 'ratio to hand-written', 'limit', 'Hello Again', 'hand-written', ...peers.map(({ name }) => name)];
  const cells = rows.map((row) => {
    const ids = ['helloAgain', row.floor, ...peers.map(({ id }) => id)];
    return [
      row.moment,
      ratioOf(row, measured),
      row.limit,
      ...ids.map((id) => row.text(measured.get(id) ?? { times: {} })),
    ];
  });
  return table(head, cells);
}

/** @param {readonly Candidate[]} candidates @param {Map<string, Measured>} measured */
function everything(candidates, measured) {
  const head = [
    '',
    'downloads',
    'code fetched',
    'blocking',
    'nothing fetched',
    'blocking',
    'on load',
    'blocking',
    'on load, quickest',
  ];
  const rows = candidates.map(({ id, name }) => {
    const { open, times } = measured.get(id) ?? { times: {}, open: undefined };
    const pairs = /** @type {const} */ (['prefetched', 'cold', 'load']).flatMap((opening) => [
      time(times[opening]?.ms),
      time(times[opening]?.blocking),
    ]);
    return [name, download(open), ...pairs, time(times.loadQuickest?.ms)];
  });
  return table(head, rows);
}

const isPeer = (/** @type {Candidate} */ { kind }) => kind === 'peer';

/** @param {readonly Candidate[]} candidates @param {Map<string, Measured>} measured */
export async function printReport(candidates, measured) {
  console.log(comparison(await rowsOf(), candidates.filter(isPeer), measured));
  console.log(`\n${everything(candidates, measured)}`);
}

/**
 * Writes docs/figures.md, its picture and the README's rows.
 *
 * @param {readonly Candidate[]} candidates
 * @param {Map<string, Measured>} measured
 * @param {About} about
 */
export async function writeReport(candidates, measured, about) {
  const rows = await rowsOf();
  const peers = candidates.filter(isPeer);
  const floors = Object.entries(about.floors).map(([name, { sha256, bytes }]) => [
    `\`${name}\``,
    `\`${sha256}\``,
    `${counted(bytes)} B`,
  ]);
  await writeBlock(
    'docs/figures.md',
    'bench',
    [
      `Medians of ${about.rounds} rounds, Chromium ${about.browser}. ${about.versions.join(', ')}.`,
      comparison(rows, peers, measured),
      '![How long each takes from the call, or from the navigation, to a usable field](bench-opening.svg)',
      'All of them, by the way they are opened:',
      everything(candidates, measured),
      'The hand-written popups, which are frozen:',
      table(['', 'hash of the source', 'compressed'], floors),
    ].join('\n\n'),
  );
  const quoted = rows.filter(({ isQuoted }) => isQuoted);
  await writeBlock('README.md', 'bench', comparison(quoted, peers.slice(0, 2), measured));
  await writeFile(join(root, 'docs/bench-opening.svg'), pictureOf(candidates, measured));
}
