// `npm run bench`: how much the popup downloads and how long it takes to open, beside hand-written popups and those of others,
// in one run. The plain run writes docs/figures.md, docs/bench-opening.svg and three rows of the README. Not part of `npm test`:
// it measures time, and what it compares with is nobody else's business.
//   --rounds N   how many times each is opened; 7, and fewer write nothing
//   --quick      one round: whether it works at all
//   --no-peers   without the popups of others
//   --freeze     records the hand-written popups as they are now, and measures nothing
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { adviceWithoutBrowser, ensureBrowser } from '../../scripts/browser.mjs';
import { isBuilt } from '../../scripts/fingerprint.mjs';
import { ensureInstalled } from '../../scripts/install.mjs';
import { runPackage } from '../../scripts/run.mjs';
import { candidatesWith, pageOf } from './candidates.mjs';
import { freezeFloors, frozenFloors } from './floors.mjs';
import { measureAll } from './measureAll.mjs';
import { printReport, writeReport } from './report.mjs';
import { startServer } from './server.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string' },
    quick: { type: 'boolean', default: false },
    'no-peers': { type: 'boolean', default: false },
    freeze: { type: 'boolean', default: false },
  },
});
const leastRounds = 7;
const rounds = Number(values.rounds ?? (values.quick ? 1 : leastRounds));
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a number, 1 or more');

/** Of this machine, and not its owner's to the script, who would download the notice as well (e2e/budgets/customersHost.ts). */
const host = '127.77.0.1';

if (!(await ensureInstalled('tools'))) process.exit(1);
if (!(await isBuilt())) await runPackage('vite', 'vite', ['build', '--app']);
const { buildFiles, versionOf } = await import('./builds.mjs');
const files = await buildFiles();
if (values.freeze) {
  await freezeFloors(files);
  process.exit();
}
const floors = await frozenFloors(files);

const executablePath = await ensureBrowser().catch(() => undefined);
if (!executablePath) throw new Error(adviceWithoutBrowser);

// The files that docs/deployment.md names for a `modulepreload`, for the language and the country of the measured page.
const hinted = [...files.keys()].filter((path) =>
  /^embed\/hello-again\.(popup|memory|strings-en-uk|phone-44)-\w+\.js$/.test(path),
);
if (hinted.length !== 4)
  throw new Error(`docs/deployment.md hints at four files, and these are there: ${hinted.join(', ')}`);
const candidates = candidatesWith(hinted.map((path) => `/${path}`)).filter(
  ({ kind }) => kind !== 'peer' || !values['no-peers'],
);
const pageAt = (/** @type {string} */ path) => {
  const [, , id, mode] = /** @type {[string, string, string, import('./candidates.mjs').Mode]} */ (path.split('/'));
  const head = path.startsWith('/page/') ? candidates.find((one) => one.id === id)?.pages[mode] : undefined;
  return head === undefined ? undefined : pageOf(head);
};
const server = await startServer(files, pageAt, host);
const args = ['--disable-gpu', `--host-resolver-rules=MAP ${host} 127.0.0.1`];
const browser = await chromium.launch({ executablePath, args });
try {
  const measured = await measureAll(browser, server, candidates, rounds);
  const peers = ['@sentry/browser', 'posthog-js', 'react', 'react-phone-number-input', 'intl-tel-input'];
  const versions = await Promise.all(peers.map(async (name) => `${name} ${await versionOf(name)}`));
  const about = { rounds, browser: browser.version(), versions, floors };
  await printReport(candidates, measured);
  if (rounds >= leastRounds && !values['no-peers']) await writeReport(candidates, measured, about);
  else console.log(`Nothing was written: that takes ${leastRounds} rounds of all.`);
} finally {
  await browser.close();
  await server.stop();
}
