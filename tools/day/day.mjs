// `npm run day`: a page that stays open for a day, in Chromium: what it holds before, during and after, into docs/a-long-day.md. It fails
// where something has grown for good.
//   --quick   a tenth of everything, and no document
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { runnerImport } from 'vite';
import { adviceWithoutBrowser, ensureBrowser } from '../../scripts/browser.mjs';
import { isBuilt } from '../../scripts/fingerprint.mjs';
import { root } from '../../scripts/root.mjs';
import { runPackage } from '../../scripts/run.mjs';

const isQuick = process.argv.includes('--quick');

/** How often each load is played. Chromium keeps 180 cookies of a host, of 4 kB each. @type {Record<string, readonly number[]>} */
const counts = {
  'signups on the page': [1, 10, 100],
  'changes of the route': [1_000],
  'writes to the outbox': [10_000],
  'nodes on the page': [50_000],
  'bytes of cookies': [680_000],
};
/** A page that runs for seconds has compiled more of itself, and its browser keeps notes. Bytes. */
const mostGrowth = 300_000;

if (!(await isBuilt())) await runPackage('vite', 'vite', ['build', '--app']);
const executablePath = await ensureBrowser().catch(() => undefined);
if (!executablePath) throw new Error(adviceWithoutBrowser);
/** @type {{ module: typeof import('../../e2e/support/day.ts') }} */
const { module } = await runnerImport(join(root, 'e2e/support/day.ts'), { configFile: false, logLevel: 'error' });
// Node refuses headers above 16 kB unless it is told.
const handle = module.dayShop();
const server = createServer({ maxHeaderSize: 2 ** 21 }, (request, response) => void handle(request, response));
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
const address = server.address();
const origin = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;
const browser = await chromium.launch({ executablePath, args: ['--disable-gpu'] });

const kB = (/** @type {number} */ bytes) => Math.round(bytes / 1_000).toLocaleString('en');
const rows = [];
try {
  for (const load of module.loads) {
    for (const whole of counts[load.name] ?? []) {
      const count = isQuick ? Math.max(1, Math.round(whole / 10)) : whole;
      const context = await browser.newContext({ locale: 'en-GB' });
      const { before, during, after, seconds } = await module.playDay(await context.newPage(), origin, load, count);
      await context.close();
      const of = (/** @type {'listeners' | 'nodes'} */ what) => `${before[what]} → ${during[what]} → ${after[what]}`;
      const heap = `${kB(before.heap)} → ${kB(during.heap)} → ${kB(after.heap)}`;
      const name = count === 1 ? load.name.replace('signups', 'signup') : load.name;
      rows.push(`| ${count.toLocaleString('en')} ${name} | ${heap} | ${of('listeners')} | ${of('nodes')} |`);
      console.log(rows.at(-1), `${seconds.toFixed(1)} s`);
      // Playwright's own listeners come and go by one where a form was filled in.
      const grown = after.listeners > before.listeners + 2 || after.nodes > before.nodes;
      if (grown || after.heap - before.heap > mostGrowth) {
        console.error(`${load.name}: something has grown for good`);
        process.exitCode = 1;
      }
    }
  }
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}

if (!isQuick) {
  const file = join(root, 'docs/a-long-day.md');
  const table = [
    `In Chromium ${browser.version().split('.')[0]}:`,
    '',
    '| on the page | heap, kB | listeners | nodes |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/(<!-- day -->\n)[\s\S]*(\n<!-- \/day -->)/, `$1\n${table}\n$2`));
}
