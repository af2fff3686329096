// Builds the documentation site into dist/docs: plain pages for any static server.
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, posix, relative } from 'node:path';
import Eleventy from '@11ty/eleventy';
import { build as bundle } from 'esbuild';
import { root } from '../root.mjs';
import { isElsewhere, isFolder, isShown, pageOf, targetOf } from './addresses.mjs';
import { apiPages } from './api.mjs';
import { checkLinks } from './checkLinks.mjs';
import { layout } from './layout.mjs';
import { teach } from './markdown.mjs';
import { home, sections } from './navigation.mjs';

const here = join(root, 'scripts/site');

/** @typedef {{ readonly source: string, readonly content: string, readonly isSearched?: boolean }} Document */

/** @param {string} path @returns {Promise<string>} */
const read = (path) => readFile(join(root, path), 'utf8');

/** Every document of the navigation. @returns {Promise<Document[]>} */
async function documents() {
  const named = new Set([home, ...sections.flatMap(({ pages }) => pages.map(({ source }) => source))]);
  const lost = (await readdir(join(root, 'docs')))
    .filter((file) => file.endsWith('.md') && !named.has(`docs/${file}`))
    .map((file) => `docs/${file}`);
  if (lost.length > 0) throw new Error(`scripts/site/navigation.mjs does not name ${lost.join(', ')}`);
  const sources = [...named].filter((source) => !source.startsWith('api/'));
  return Promise.all(sources.map(async (source) => ({ source, content: await read(source) })));
}

/**
 * Sources that documents link to, as pages: whoever reads the site may have no repository.
 *
 * @param {readonly Document[]} all
 * @returns {Promise<Document[]>}
 */
async function sourcePages(all) {
  const paths = all.flatMap(({ source, content }) =>
    [...content.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !isElsewhere(target) && targetOf(source, target) !== '')
      .map((target) => targetOf(source, target))
      .filter(isShown),
  );
  return Promise.all(
    [...new Set(paths)].map(async (path) => {
      if (isFolder(path)) {
        const files = (await readdir(join(root, path))).filter((file) => !/\.test\.tsx?$/.test(file));
        return {
          source: path,
          content: `# ${path}\n\n${files.map((file) => `- \`${file}\``).join('\n')}\n`,
          isSearched: false,
        };
      }
      const language = posix.extname(path).slice(1);
      // Longer than any fence inside.
      const fence = '``````';
      return {
        source: path,
        content: `# ${path}\n\n${fence}${language}\n${await read(path)}\n${fence}\n`,
        isSearched: false,
      };
    }),
  );
}

/** @param {string} folder */
export async function buildSite(folder) {
  const written = await documents();
  const [api, sources] = await Promise.all([apiPages(), sourcePages(written)]);
  /** @type {readonly Document[]} */
  const all = [...written, ...api, ...sources];
  /** @type {Map<string, import('./markdown.mjs').Part[]>} */
  const parts = new Map();
  const byAddress = new Map(all.map((document) => [`/${pageOf(document.source)}`, document]));
  if (byAddress.size < all.length) throw new Error('Two documents have one page.');

  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'assets'), { recursive: true });

  const eleventy = new Eleventy(here, folder, {
    quietMode: true,
    configPath: null,
    source: 'script',
    config: (config) => {
      config.setUseGitIgnore(false);
      config.setTemplateFormats(['md']);
      config.amendLibrary('md', (md) => teach(md, parts));
      for (const { source, content, isSearched = true } of all) {
        const permalink = pageOf(source);
        // A name without dots and folders, of which Eleventy would make something of its own.
        config.addTemplate(`${permalink.replace(/\W/g, '-')}.md`, content, {
          permalink,
          source,
          isSearched,
          // No template language: documents show code that looks like one.
          templateEngineOverride: 'md',
        });
      }
      config.addTransform('page', function (content) {
        const document = byAddress.get(this.page.url.replace(/\/$/, '/index.html'));
        if (!document) return content;
        return layout({ source: document.source, content, parts: parts.get(document.source) ?? [] });
      });
    },
  });
  await eleventy.write();

  await writeFile(join(folder, 'search.json'), JSON.stringify(searched(all, parts)));
  // Pictures. What documents link to in folders of docs/ has pages of its own.
  for (const entry of await readdir(join(root, 'docs'), { withFileTypes: true })) {
    const { name } = entry;
    if (entry.isFile() && !name.endsWith('.md')) await cp(join(root, 'docs', name), join(folder, 'assets', name));
  }
  for (const file of ['site.css', 'icon.svg']) await cp(join(here, file), join(folder, file));
  await bundle({
    entryPoints: [join(here, 'site.ts')],
    outfile: join(folder, 'site.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
  });

  const lost = await lostLinks(folder);
  if (lost.length > 0) throw new Error(`Links of the documentation lead nowhere:\n${lost.join('\n')}`);
}

/** @param {string} folder */
async function lostLinks(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'));
  const pages = await Promise.all(
    files
      .filter((file) => file.endsWith('.html'))
      .map(async (file) => /** @type {const} */ ([file, await readFile(join(folder, file), 'utf8')])),
  );
  return checkLinks(new Map(pages), new Set(files));
}

/**
 * What the search looks through: every part of every page, but not the sources.
 *
 * @param {readonly Document[]} all
 * @param {ReadonlyMap<string, readonly import('./markdown.mjs').Part[]>} parts
 */
function searched(all, parts) {
  return all
    .filter(({ isSearched = true }) => isSearched)
    .flatMap(({ source }) => {
      const [first] = parts.get(source) ?? [];
      return (parts.get(source) ?? []).map(({ title, id, level, text }) => ({
        page: first?.title ?? source,
        title,
        address: pageOf(source) + (level === 1 ? '' : `#${id}`),
        text: text.replace(/\s+/g, ' ').trim(),
      }));
    });
}
