// Measures what a visitor downloads and writes it into the README. `--check` writes nothing and fails when the README says
// something else by more than a tenth of a kilobyte, which is what two versions of a compressor may differ by.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { writeBlock } from './blocks.mjs';
import { root } from './root.mjs';

/** @param {string} pattern a path with `*` and `?` in its file's name */
async function matching(pattern) {
  const folder = pattern.slice(0, pattern.lastIndexOf('/'));
  const name = pattern
    .slice(folder.length + 1)
    .replaceAll('.', '\\.')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const files = (await readdir(join(root, folder))).filter((file) => new RegExp(`^${name}$`).test(file));
  if (files.length === 0) throw new Error(`nothing fits ${pattern}: run npm run build first`);
  return files.map((file) => join(root, folder, file));
}

/** @type {{ name: string, path: string | string[], limit: string }[]} */
const parts = JSON.parse(await readFile(join(root, '.size-limit.json'), 'utf8'));
const rows = [];
for (const { name, path, limit } of parts) {
  const files = (await Promise.all([path].flat().map(matching))).flat();
  const sizes = await Promise.all(files.map(async (file) => brotliCompressSync(await readFile(file)).length));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  rows.push(`| ${name} | ${(total / 1000).toFixed(1)} kB | ${Number.parseInt(limit, 10) / 1000} kB |`);
}

const numbersOf = (/** @type {string} */ text) => (text.match(/[\d.]+(?= kB)/g) ?? []).map(Number);
const wordsOf = (/** @type {string} */ text) => text.replace(/[\d.]+(?= kB)/g, '');

await writeBlock(
  'README.md',
  'sizes',
  ['| part, compressed with brotli | measured | limit |', '| --- | --- | --- |', ...rows].join('\n'),
  (present, wanted) => {
    const [was, is] = [numbersOf(present), numbersOf(wanted)];
    return wordsOf(present) === wordsOf(wanted) && is.every((size, i) => Math.abs(size - (was[i] ?? 0)) < 0.11);
  },
);
