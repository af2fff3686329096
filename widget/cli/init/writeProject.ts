import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import collector from '../../../docs/collectors/node.mjs?raw';
import { Misuse } from '../misuse.ts';
import { page, readme, server } from './files.ts';

/** The script and its files, beside the built command. */
const builtEmbed = fileURLToPath(new URL('../../embed', import.meta.url));

/**
 * Writes a page, its server, a collector and what is to be known about them.
 *
 * @param embed the folder of the script and its files
 * @returns the names of the files
 * @throws {Misuse} where the folder has something in it
 */
export function writeProject(folder: string, embed = builtEmbed): string[] {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Misuse(`${folder} has something in it, which would be overwritten. Name a new folder.`);
  }
  mkdirSync(folder, { recursive: true });
  const files = { 'index.html': page, 'serve.mjs': server, 'collector.mjs': collector, 'README.md': readme };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  cpSync(embed, join(folder, 'hello-again'), { recursive: true });
  return [...Object.keys(files), 'hello-again/'];
}
