// Builds the documentation site into dist/docs, unless it is there already and nothing it is made of has changed.
// `npm run site` does only that; `npm start` and `npm run build` do it beside the rest.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.mjs';

const folder = join(root, 'dist/docs');
const stamp = join(folder, '.built-from');

/** @returns {Promise<string>} a hash of what the site is made of: documents, the types, sources that documents show */
async function fingerprint() {
  const hash = createHash('sha256');
  const listed = await Promise.all(
    ['docs', 'widget', 'demo', 'scripts'].map(async (name) => {
      const entries = await readdir(join(root, name), { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
    }),
  );
  const above = (await readdir(root)).filter((name) => /\.(md|cjs|json)$/.test(name)).map((name) => join(root, name));
  for (const path of [...above, ...listed.flat()].sort()) {
    hash.update(`${path.slice(root.length)}\0`).update(await readFile(path));
  }
  return hash.digest('hex');
}

const wanted = await fingerprint();
if ((await readFile(stamp, 'utf8').catch(() => '')) !== wanted) {
  const { buildSite } = await import('./site/build.mjs');
  await buildSite(folder);
  // Last, so that a site that broke off is not taken for a finished one.
  await writeFile(stamp, wanted);
}
