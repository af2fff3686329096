// The public API is under version control, one report for each entry point in docs/api. `npm run api` writes them; with `--check`
// it fails where the built types say something else, where a public member has no comment, and where a comment is no valid
// TSDoc. `scripts/types.mjs` has made the reports with the types.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const made = join(root, '.cache/api');
const kept = join(root, 'docs/api');
const isReport = (/** @type {string} */ name) => name.endsWith('.api.md');
const reportsIn = (/** @type {string} */ folder) => (existsSync(folder) ? readdirSync(folder).filter(isReport) : []);
const read = (/** @type {string[]} */ ...path) =>
  readFileSync(join(...path), 'utf8')
    .replaceAll('\r\n', '\n')
    .trimEnd();

/** @param {string} text */
function fail(text) {
  console.error(text);
  process.exitCode = 1;
}

const reports = reportsIn(made);
if (reports.length === 0) fail('There are no reports of the public API: npm run build makes them.');
else if (process.argv.includes('--check')) {
  for (const name of new Set([...reports, ...reportsIn(kept)])) {
    const isSame = reports.includes(name) && existsSync(join(kept, name)) && read(made, name) === read(kept, name);
    if (!isSame)
      fail(`The public API is not that of docs/api/${name}. If it should change: npm run api, and commit it.`);
  }
} else {
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(kept, { recursive: true });
  for (const name of reports) writeFileSync(join(kept, name), `${read(made, name)}\n`);
  console.log(`docs/api has ${reports.length} reports.`);
}

/** @type {string[]} */
const faults = reports.length === 0 ? [] : JSON.parse(read(made, 'faults.json'));
for (const fault of faults) fail(fault);
