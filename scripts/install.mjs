import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.mjs';
import { runNpm } from './run.mjs';

/** @param {string} path */
async function readLock(path) {
  try {
    return JSON.parse(await readFile(join(root, path), 'utf8')).packages ?? {};
  } catch {
    return undefined;
  }
}

/**
 * npm records in node_modules what it has installed; that record is compared with the lock file, package by package.
 * Optional packages for other systems are only in the lock file.
 *
 * @param {string} folder where package.json is, in the repository
 * @returns {Promise<boolean>} whether everything that the lock file names is installed, in the version it names
 */
async function isInstalled(folder) {
  const wanted = await readLock(join(folder, 'package-lock.json'));
  const present = await readLock(join(folder, 'node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    const installed = present[path];
    if (!installed) return Boolean(entry.optional || entry.devOptional || entry.peer);
    return installed.version === entry.version && installed.integrity === entry.integrity;
  });
}

/** Installs what the lock file says, unless it is there already. @param {string} folder where package.json is, in the repository */
export async function ensureInstalled(folder = '.') {
  if (await isInstalled(folder)) return true;
  console.error(`Installing the packages of ${join(folder, 'package-lock.json')} …`);
  // The build and the tests are development dependencies, whatever NODE_ENV says here.
  const options = ['--prefix', join(root, folder), '--include=dev', '--no-audit', '--no-fund'];
  if ((await runNpm(['ci', ...options])) === 0) return true;
  // A lock file written on one system can lack the optional packages of another, and npm ci then refuses it whole
  // (https://github.com/npm/cli/issues/4828). npm install keeps its versions and adds what is missing.
  console.error('npm ci did not succeed; trying npm install with the same lock file …');
  if ((await runNpm(['install', '--no-save', ...options])) === 0) return true;
  console.error('The packages could not be installed, and without them nothing can be built or tested.');
  return false;
}
