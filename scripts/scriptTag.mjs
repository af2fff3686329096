// Writes the script tag with the public CDN's address of this version and the hash of the built entry into the README. With
// `--check` the version alone is compared, since the hash changes with every source; with `--check --exact`, which the
// release runs, all of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeBlock } from './blocks.mjs';
import { root } from './root.mjs';

/** Where jsDelivr serves a file of a published version. https://www.jsdelivr.com/documentation#id-npm */
export const cdnAddress = (/** @type {string} */ version, /** @type {string} */ path) =>
  `https://cdn.jsdelivr.net/npm/hello-again@${version}/${path}`;

/**
 * @param {string} version
 * @param {string} integrity
 */
export const scriptTag = (version, integrity) => `\`\`\`html
<script async crossorigin="anonymous"
  src="${cdnAddress(version, 'dist/embed/hello-again.js')}"
  integrity="${integrity}"
  data-collector="https://collect.example/v1/submissions"
  data-brand="Harbor Coffee"
  data-terms="https://harbor.example/terms"
  data-privacy="https://harbor.example/privacy"
  data-region="uk"
  data-storage="allowed"></script>
\`\`\``;

const withoutHash = (/** @type {string} */ block) => block.replace(/sha384-[\w+/]{64}/, 'sha384-…');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { integrity } = JSON.parse(readFileSync(join(root, 'dist/embed/hello-again.json'), 'utf8'));
  const isLoose = process.argv.includes('--check') && !process.argv.includes('--exact');
  await writeBlock('README.md', 'script-tag', scriptTag(version, integrity), (present, wanted) =>
    isLoose ? withoutHash(present) === withoutHash(wanted) : present === wanted,
  );
}
