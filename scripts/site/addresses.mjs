// Where a document, a source file or a picture of the repository is on the site. All links are relative, so the site works in
// any folder of any server.
import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { root } from '../root.mjs';
import { home } from './navigation.mjs';

/**
 * The page of a document: `docs/links.md` is `links.html`, `CONTRIBUTING.md` is `contributing.html`.
 *
 * @param {string} source path in the repository; of the API reference, path below the site
 */
export function pageOf(source) {
  if (source === home) return 'index.html';
  if (source.startsWith('api/')) return source.replace(/README\.md$/, 'index.md').replace(/\.md$/, '.html');
  if (source === 'README.md') return 'overview.html';
  if (source === 'demo/README.md') return 'demo-store.html';
  if (!source.endsWith('.md')) return `source/${source.replace(/\/$/, '')}.html`;
  return `${posix.basename(source, '.md').toLowerCase()}.html`;
}

/** @param {string} path */
const isPicture = (path) => /\.(svg|webp|png)$/.test(path);

/** @param {string} target */
export const isElsewhere = (target) => /^([a-z]+:|#)/.test(target);

/**
 * The path in the repository that a relative link of a document leads to.
 *
 * @param {string} source
 * @param {string} target
 */
export function targetOf(source, target) {
  return posix.join(posix.dirname(source), decodeURI(target.replace(/#.*/, ''))).replace(/\/$/, '');
}

/**
 * What a link of a document is on the site. Throws where it leads nowhere.
 *
 * @param {string} source the document
 * @param {string} target as written there
 */
export function addressOf(source, target) {
  if (isElsewhere(target)) return target;
  const [, hash = ''] = /(#.*)?$/.exec(target) ?? [];
  const path = targetOf(source, target);
  if (!path.startsWith('api/') && !existsSync(join(root, path))) {
    throw new Error(`${source} links to ${target}, which does not exist`);
  }
  const file = isPicture(path) ? `assets/${posix.basename(path)}` : pageOf(path);
  return posix.relative(posix.dirname(pageOf(source)), file) + hash;
}

/** @param {string} path */
export const isFolder = (path) => statSync(join(root, path)).isDirectory();

/** @param {string} path of a link's target that is no document and no picture, but shown as it is */
export const isShown = (path) => !isPicture(path) && !/\.md$/.test(path);
