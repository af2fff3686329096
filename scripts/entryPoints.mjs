import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * @typedef {object} EntryPoint
 * @property {string} name of its files in dist/
 * @property {string} source in widget/, without its ending
 */

/** Every folder of `widget/adapters/` with a manifest is an adapter that ships. */
const shippedAdapters = readdirSync(join(root, 'widget/adapters')).filter((name) =>
  existsSync(join(root, `widget/adapters/${name}/manifest.ts`)),
);

/** What users of the package import. @type {readonly EntryPoint[]} */
export const entryPoints = [
  { name: 'index', source: 'index' },
  ...['link', 'relay', 'react', 'vue', 'svelte', 'testing'].map((name) => ({ name, source: `${name}/index` })),
  ...['index', 'contract'].map((name) => ({ name: `adapters/${name}`, source: `adapters/${name}` })),
  ...shippedAdapters.map((name) => ({ name: `adapters/${name}`, source: `adapters/${name}/index` })),
];
