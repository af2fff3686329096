// Writes what documents say of the code: the ask table, from the array that decides. `--check` writes nothing and fails
// when a document is not what the code says.
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { writeBlock } from './blocks.mjs';
import { root } from './root.mjs';

/** @param {string} path */
async function load(path) {
  const { module } = await runnerImport(join(root, path), { configFile: false, logLevel: 'error' });
  return /** @type {any} */ (module);
}

const { askTable } = await load('widget/core/ask/decide.ts');
const { visitors } = await load('widget/core/ask/visitors.ts');
const rows = askTable.map((/** @type {any} */ row, /** @type {number} */ i) => {
  // A row whose ask depends on the facts says so.
  const ask = row.askFor ? `${row.ask}, or email where that is open` : row.ask;
  return `| ${i + 1} | ${visitors[row.reason]} | ${ask} | \`${row.reason}\` |`;
});
const head = ['| # | the visitor | ask | reason |', '| --- | --- | --- | --- |'];
await writeBlock('docs/asking.md', 'ask-table', [...head, ...rows].join('\n'));

const adapters = await Promise.all(
  ['klaviyo', 'hubspot', 'segment', 'webhook', 'dataLayer'].map((name) => load(`widget/adapters/${name}/manifest.ts`)),
);
const can = (/** @type {boolean} */ flag) => (flag ? 'yes' : 'no');
await writeBlock(
  'docs/adapters.md',
  'adapter-table',
  [
    '| adapter | finds a person by | changes a number | says what happened | keeps the words agreed to | takes tests |',
    '| --- | --- | --- | --- | --- | --- |',
    ...adapters.map(({ manifest: m }) => {
      const linksBy = m.linksBy.map((/** @type {string} */ field) => `\`${field}\``).join(', ');
      const flags = [m.replacesPhone, m.confirms, m.keepsProof, m.takesTests].map(can).join(' | ');
      return `| \`${m.name}\` | ${linksBy} | ${flags} |`;
    }),
  ].join('\n'),
);
