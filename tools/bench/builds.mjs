import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../scripts/root.mjs';

const here = import.meta.dirname;
const packages = join(here, '../node_modules');

/** Sources of what is bundled here, by the name of the file that it becomes. */
const bundles = {
  plain: 'floors/plain.js',
  preact: 'floors/preact.jsx',
  preactPhone: 'floors/preactPhone.jsx',
  sentry: 'peers/sentry.js',
  reactPhone: 'peers/reactPhone.jsx',
  intlTelInput: 'peers/intlTelInput.js',
};

/** The version of a package that is installed here. */
export async function versionOf(/** @type {string} */ name) {
  return String(JSON.parse(await readFile(join(packages, name, 'package.json'), 'utf8')).version);
}

/** What comes as its maker ships it, by the paths that it asks for. */
const shippedFiles = async () => ({
  'array.js': 'posthog-js/dist/array.js',
  [`static/${await versionOf('posthog-js')}/surveys.js`]: 'posthog-js/dist/surveys.js',
});

/** @param {import('esbuild').BuildOptions} options */
async function bundle(options) {
  const { outputFiles } = await build({
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"', __SENTRY_DEBUG__: 'false', __SENTRY_TRACING__: 'false' },
    logLevel: 'error',
    // The project's own settings say nothing of these sources.
    tsconfigRaw: {},
    ...options,
  });
  return Buffer.from(outputFiles?.[0]?.contents ?? []);
}

/**
 * Everything the candidates' pages load.
 *
 * @returns {Promise<Map<string, Buffer>>} files by their path on the server, without the leading slash
 */
export async function buildFiles() {
  const files = new Map();
  const loader = join(here, 'floors/loader.js');
  files.set('loader.js', await bundle({ entryPoints: [loader], format: 'iife' }));
  for (const [name, source] of Object.entries(bundles)) {
    const jsxImportSource = name.startsWith('react') ? 'react' : 'preact';
    files.set(`${name}.js`, await bundle({ entryPoints: [join(here, source)], jsxImportSource }));
    // The same in one file that opens at once: nothing decides, nothing is lazy.
    const contents = `import { open } from './${source}'; open();`;
    files.set(`${name}.once.js`, await bundle({ stdin: { contents, resolveDir: here }, jsxImportSource }));
  }
  for (const [path, source] of Object.entries(await shippedFiles()))
    files.set(path, await readFile(join(packages, source)));
  const embed = join(root, 'dist/embed');
  for (const file of (await readdir(embed)).filter((name) => name.endsWith('.js'))) {
    files.set(`embed/${file}`, await readFile(join(embed, file)));
  }
  return files;
}
