// Whether dist/ was built from the current sources. Contents are compared, not times: a checkout, a restored cache or a
// deleted file changes the times in ways that say nothing.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.mjs';

const stamp = join(root, 'dist/.built-from');
const folders = ['widget', 'demo', 'scripts/names'];
const files = [
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'scripts/classicEntry.ts',
  'scripts/chunkName.ts',
  'scripts/entryPoints.mjs',
  'scripts/types.mjs',
  'scripts/squeeze.ts',
];
const isTest = (/** @type {string} */ path) => /\.test\.tsx?$/.test(path);

/** @returns {Promise<string>} a hash of everything the build reads */
export async function fingerprint() {
  const paths = [...files];
  for (const folder of folders) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      if (entry.isFile() && !isTest(entry.name)) paths.push(join(entry.parentPath ?? entry.path, entry.name));
    }
  }
  const hash = createHash('sha256');
  for (const path of paths.sort()) {
    const content = await readFile(path.startsWith(root) ? path : join(root, path));
    hash.update(`${path.replace(root, '')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Records that dist/ was built from the sources of which `before` is the hash. */
export async function writeFingerprint(/** @type {string} */ before) {
  await writeFile(stamp, before);
}

/** @returns {Promise<boolean>} whether dist/ is what a build of the present sources would give */
export async function isBuilt() {
  const built = await readFile(stamp, 'utf8').catch(() => '');
  return built !== '' && built === (await fingerprint());
}
