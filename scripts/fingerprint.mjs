// Whether dist/ was built from the current sources. Contents are compared, not times: a checkout, a restored cache or a
// deleted file changes the times in ways that say nothing.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { root } from './root.mjs';

const stamp = join(root, 'dist/.built-from');
const folders = ['widget', 'demo'];
const files = ['package.json', 'package-lock.json'];
/** What runs a build; whatever these import belongs to it as well. */
const programs = ['vite.config.ts', 'scripts/types.mjs'];
const isTest = (/** @type {string} */ path) => /\.test\.tsx?$/.test(path);

/** @returns {Promise<string>} a hash of everything the build reads */
export async function fingerprint() {
  const paths = [...files, ...(await programFiles())];
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

/** @returns {Promise<string[]>} the files of the build's own programs, as paths from the root */
export async function programFiles() {
  const found = new Set(programs);
  for (const path of found) {
    const code = await readFile(join(root, path), 'utf8');
    for (const [, name = ''] of code.matchAll(/^(?:import|export|\}) .*'(\.{1,2}\/[^']+)';$/gm)) {
      const imported = posix.join(posix.dirname(path), name);
      if (!folders.some((folder) => imported.startsWith(`${folder}/`))) found.add(imported);
    }
  }
  return [...found];
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
