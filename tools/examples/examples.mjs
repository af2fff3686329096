// `npm run examples`: installs each example from the packed package, builds it, opens it in a browser and signs up, and writes
// what came of it into docs/examples.md. Needs the registry, so it is no part of `npm test`.
//   npm run examples -- react-vite astro    these alone; the table is written by a run of all of them
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { writeBlock } from '../../scripts/blocks.mjs';
import { adviceWithoutBrowser, ensureBrowser } from '../../scripts/browser.mjs';
import { isBuilt } from '../../scripts/fingerprint.mjs';
import { ensureInstalled } from '../../scripts/install.mjs';
import { root } from '../../scripts/root.mjs';
import { runPackage } from '../../scripts/run.mjs';
import { pack } from './pack.mjs';
import { runPlugin } from './plugins.mjs';
import { runProject } from './projects.mjs';

const asked = process.argv.slice(2);
/** Those that are no project of npm's: files for somebody else's page. */
const plugins = ['html', 'google-tag-manager', 'shopify', 'woocommerce'];

const all = (await readdir(join(root, 'examples'), { withFileTypes: true }))
  .filter((one) => one.isDirectory())
  .map(({ name }) => name);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) throw new Error(`No example is called ${unknown.join(', ')}. There are: ${all.join(', ')}.`);

if (!(await ensureInstalled('tools'))) process.exit(1);
if (!(await isBuilt()) && (await runPackage('vite', 'vite', ['build', '--app'])) !== 0) process.exit(1);
const executablePath = await ensureBrowser().catch(() => undefined);
if (!executablePath) throw new Error(adviceWithoutBrowser);

const folder = await mkdtemp(join(tmpdir(), 'hello-again-examples-'));
const browser = await chromium.launch({ executablePath });
/** @type {import('./signUp.mjs').Outcome[]} */
const outcomes = [];
try {
  const packed = await pack(folder);
  for (const name of all.filter((one) => asked.length === 0 || asked.includes(one))) {
    console.log(`\n── ${name}`);
    const work = plugins.includes(name) ? runPlugin : runProject;
    const outcome = await work({ name, folder, browser, ...packed }).catch((error) => {
      console.error(error);
      return { name, with: '', result: `failed: ${String(error?.message ?? error).split('\n')[0]}` };
    });
    console.log(outcome.result);
    outcomes.push(outcome);
  }
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

const rows = outcomes.map((one) => `| [${one.name}](../examples/${one.name}) | ${one.with} | ${one.result} |`);
const table = ['| example | with | in a browser |', '| --- | --- | --- |', ...rows].join('\n');
console.log(`\n${table}`);
if (outcomes.some(({ result }) => result.startsWith('failed'))) process.exitCode = 1;
else if (asked.length === 0) await writeBlock('docs/examples.md', 'examples', table);
