// Copies all that the playground needs into one folder, for any static server: `npm run playground -- FOLDER`.
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { runnerImport } from 'vite';
import { isBuilt } from './fingerprint.mjs';
import { root } from './root.mjs';

const folder = resolve(process.argv[2] ?? join(root, 'dist/playground'));
if (!(await isBuilt())) {
  console.error('dist/ is not built from these sources. Run: npm run build');
  process.exit(1);
}

/**
 * A built file of the demo's browser code, with every file that it imports.
 *
 * @param {string} path inside dist/demo/client
 * @param {Set<string>} [found]
 */
async function withImports(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  const code = await readFile(join(root, 'dist/demo/client', path), 'utf8');
  for (const [, name = ''] of code.matchAll(/["'`](\.{1,2}\/[\w./-]+\.js)["'`]/g)) {
    await withImports(join(dirname(path), name), found);
  }
  return found;
}

// An empty folder, or one that this script has made before.
const present = await readdir(folder).catch(() => /** @type {string[]} */ ([]));
if (present.length > 0 && !['frame.html', 'playgroundFrame.css'].every((name) => present.includes(name))) {
  console.error(`${folder} holds something else.`);
  process.exit(1);
}
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

const { module } = await runnerImport(join(root, 'demo/shop/pages/playground/alone.tsx'), {
  configFile: false,
  logLevel: 'error',
});
for (const [name, page] of Object.entries(/** @type {any} */ (module).pagesAlone())) {
  await writeFile(join(folder, name), page);
}
for (const name of await readdir(join(root, 'dist/embed'))) {
  if (name.endsWith('.js')) await cp(join(root, 'dist/embed', name), join(folder, name));
}
for (const name of ['page.css', 'playground.css', 'playgroundFrame.css', 'icon.svg', 'art']) {
  await cp(join(root, 'dist/demo/public', name), join(folder, name), { recursive: true });
}
const scripts = [...(await withImports('playground.js')), ...(await withImports('playgroundFrame.js'))];
for (const name of scripts) await cp(join(root, 'dist/demo/client', name), join(folder, 'client', name));
console.log(`${folder}: open index.html by any web server.`);
