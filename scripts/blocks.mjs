// Parts of documents that scripts write: `<!-- name -->` … `<!-- /name -->`.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.mjs';

/** @param {string} name */
const blockOf = (name) => new RegExp(`(<!-- ${name} -->\\n)([\\s\\S]*?)(<!-- /${name} -->)`);

/**
 * Puts `content` into a block of a document, or, with `--check` on the command line, fails where the content differs.
 *
 * @param {string} document path in the repository
 * @param {string} name
 * @param {string} content
 * @param {(present: string, wanted: string) => boolean} [isSame] whether a former content still holds
 */
export async function writeBlock(document, name, content, isSame = (present, wanted) => present === wanted) {
  const file = join(root, document);
  const text = await readFile(file, 'utf8');
  const present = blockOf(name).exec(text)?.[2];
  if (present === undefined) throw new Error(`${document} has no block ${name}`);
  const wanted = `\n${content}\n\n`;
  if (isSame(present.replaceAll('\r\n', '\n'), wanted)) {
    console.log(`${document} is up to date.`);
  } else if (process.argv.includes('--check')) {
    console.error(
      `${document}: the block "${name}" is not what the code says. Run npm run docs, figures or simulate, whichever writes it.`,
    );
    process.exitCode = 1;
  } else {
    await writeFile(
      file,
      text.replace(blockOf(name), (_all, open, _former, close) => open + wanted + close),
    );
    console.log(`${document} written.`);
  }
}
