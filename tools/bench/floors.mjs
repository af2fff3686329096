import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const here = import.meta.dirname;
const record = join(here, 'floors.json');

/** Sources of each floor; the loader is in front of all of them. */
const sources = {
  loader: ['loader.js'],
  plain: ['plain.js'],
  preact: ['preact.jsx'],
  preactPhone: ['preactPhone.jsx', 'metadata.44.json'],
};

/** Packages that a floor is made of, or with. */
const packages = ['esbuild', 'libphonenumber-js', 'preact'];

/** @typedef {Record<string, { sha256: string, bytes: number }>} Floors by name: the hash of its source, its size as built */

/**
 * @param {ReadonlyMap<string, Buffer>} files what was built
 * @returns {Promise<Floors>} the floors as they are
 */
async function presentFloors(files) {
  const { dependencies } = JSON.parse(await readFile(join(here, '../package.json'), 'utf8'));
  const versions = packages.map((name) => `${name}@${dependencies[name]}`).join('\n');
  /** @type {Floors} */
  const floors = {};
  for (const [name, parts] of Object.entries(sources)) {
    const hash = createHash('sha256').update(versions);
    for (const part of parts) {
      const text = await readFile(join(here, 'floors', part), 'utf8');
      hash.update(`\0${part}\0`).update(text.replaceAll('\r\n', '\n'));
    }
    floors[name] = {
      sha256: hash.digest('hex').slice(0, 16),
      bytes: brotliCompressSync(files.get(`${name}.js`) ?? '').length,
    };
  }
  return floors;
}

/**
 * The floors, which are frozen: ratios of different times are comparable only as long as they are the same.
 *
 * @param {ReadonlyMap<string, Buffer>} files what was built
 * @returns {Promise<Floors>}
 * @throws where a floor's source, or a version that it is made of, is not the recorded one
 */
export async function frozenFloors(files) {
  const present = await presentFloors(files);
  const recorded = JSON.parse(await readFile(record, 'utf8'));
  const changed = Object.keys(present).filter((name) => present[name]?.sha256 !== recorded[name]?.sha256);
  if (changed.length > 0) {
    throw new Error(
      `tools/bench/floors: ${changed.join(', ')} changed, so that no ratio could be compared with an earlier one. Take the change back, or record it with \`npm run bench -- --freeze\` and measure everything anew.`,
    );
  }
  return present;
}

/** Records the floors as they are now. @param {ReadonlyMap<string, Buffer>} files */
export async function freezeFloors(files) {
  await writeFile(record, `${JSON.stringify(await presentFloors(files), undefined, 2)}\n`);
}
