// Writes the TypeScript types of the published JSON Schema, so that the schema stays the one place where the payload is
// described. `--check` writes nothing and fails when the types on disk are not what the schema says.
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { compile } from 'json-schema-to-typescript';
import { root } from './root.mjs';

const source = join(root, 'widget/schema/submission.v1.json');
const target = join(root, 'widget/core/submission/submission.gen.ts');

const banner = `// Written by \`npm run schema\` from ${relative(root, source).replaceAll('\\', '/')}. Change the schema, not this file.`;

/**
 * @param {string} code
 * @returns {string} the same code, with every comment that holds one line written on one line
 */
const foldComments = (code) => code.replace(/\/\*\*\n\s*\* (.*)\n\s*\*\//g, '/** $1 */');

async function generate() {
  const schema = JSON.parse(await readFile(source, 'utf8'));
  const code = await compile(schema, 'Submission', {
    // A reader keeps fields it does not know, but an index signature would let a writer of this repo misspell one.
    additionalProperties: false,
    bannerComment: banner,
    // Otherwise `maxItems: 20` becomes a union of twenty-one tuples.
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 120 },
  });
  return foldComments(code);
}

const wanted = await generate();
const present = await readFile(target, 'utf8').catch(() => '');
const name = relative(root, target);

if (present.replaceAll('\r\n', '\n') === wanted) {
  console.log(`${name} is up to date.`);
} else if (process.argv.includes('--check')) {
  console.error(`${name} is not what the schema says. Run: npm run schema`);
  process.exitCode = 1;
} else {
  await writeFile(target, wanted);
  console.log(`${name} written.`);
}
