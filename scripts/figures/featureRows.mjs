import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { root } from '../root.mjs';
import { features } from './features.mjs';

const folder = join(root, 'dist/embed');

const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/**
 * The table of what optional features add: every built file that the visitors of e2e/budgets do without.
 *
 * @param {ReadonlySet<string>} everyones names of the files that they download
 * @returns {Promise<string[]>} its lines
 * @throws where a file has no name in features.mjs, or a name there has no file
 */
export async function featureRows(everyones) {
  const files = (await readdir(folder)).filter(
    (file) => file.startsWith('hello-again.') && file.endsWith('.js') && !everyones.has(file),
  );
  const sized = await Promise.all(
    files.map(async (file) => ({
      name: file.replace(/^hello-again\./, '').replace(/-\w+\.js$/, ''),
      bytes: brotliCompressSync(await readFile(join(folder, file))).length,
    })),
  );
  const nameless = sized.filter(({ name }) => !features.some((feature) => feature.files.test(name)));
  if (nameless.length > 0) {
    throw new Error(
      `scripts/figures/features.mjs does not say what ${nameless.map(({ name }) => name).join(', ')} is for`,
    );
  }
  const rows = features.map(({ files: pattern, name, isOneOf }) => {
    const sizes = sized.filter((file) => pattern.test(file.name)).map(({ bytes }) => bytes);
    if (sizes.length === 0) throw new Error(`scripts/figures/features.mjs: no built file is for ${name}`);
    const all = sizes.reduce((sum, size) => sum + size, 0);
    const adds = isOneOf ? `${kB(Math.min(...sizes))} to ${kB(Math.max(...sizes))}` : kB(all);
    return `| ${name} | ${adds} | ${isOneOf ? 1 : sizes.length} |`;
  });
  return ['| feature | adds | files |', '| --- | --- | --- |', ...rows];
}
