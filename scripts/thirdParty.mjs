// Writes THIRD-PARTY.txt: the notices of what the built files carry or the package installs, from the installed packages. With
// `--check` it fails where the file says something else.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const read = (/** @type {string[]} */ ...path) => readFileSync(join(root, ...path), 'utf8');
const { dependencies } = JSON.parse(read('package.json'));

const notices = Object.keys(dependencies)
  .sort()
  .map((name) => {
    const folder = join('node_modules', name);
    const { version, license } = JSON.parse(read(folder, 'package.json'));
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${name} has no licence file`);
    return `${name} ${version} (${license})\n\n${read(folder, file).replaceAll('\r\n', '\n').trim()}\n`;
  });
const wanted = `The files of dist/embed and dist/cjs carry code of these packages, and the npm module installs them.\n\n${notices.join(`\n${'-'.repeat(72)}\n\n`)}`;

const path = join(root, 'THIRD-PARTY.txt');
if (!process.argv.includes('--check')) {
  writeFileSync(path, wanted);
} else if (read('THIRD-PARTY.txt') !== wanted) {
  console.error('THIRD-PARTY.txt is not what is installed. Run npm run licences.');
  process.exitCode = 1;
}
