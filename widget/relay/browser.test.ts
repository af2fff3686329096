import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as esbuild } from 'esbuild';
import { build } from 'vite';
import { expect, it } from 'vitest';

const at = (path: string) => join(import.meta.dirname, path);

/** Bundles a page’s script, with this door as a bundler for browsers finds it. */
const bundle = (code: string) =>
  build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === 'page' ? '\0page' : id === 'hello-again/relay' ? at('browser.ts') : undefined),
        load: (id) => (id === '\0page' ? code : undefined),
      },
    ],
    build: { write: false, rolldownOptions: { input: 'page' } },
  });

it('importing the relay makes the build of a page fail, before any key is published', async () => {
  const page = "import { klaviyo } from 'hello-again/relay';\nklaviyo({ key: 'pk_0123456789abcdef' });\n";
  await expect(bundle(page)).rejects.toThrow(/MISSING_EXPORT/);
  await expect(bundle("console.log('no relay');")).resolves.toBeDefined();
}, 30_000);

it('esbuild does not build such a page either', async () => {
  const page = (code: string) =>
    esbuild({
      stdin: { contents: code, resolveDir: import.meta.dirname },
      alias: { 'hello-again/relay': at('browser.ts') },
      bundle: true,
      format: 'esm',
      write: false,
      logLevel: 'silent',
    });
  await expect(page("import { klaviyo } from 'hello-again/relay';\nklaviyo({});")).rejects.toThrow(
    'No matching export',
  );
  await expect(page("console.log('no relay');")).resolves.toBeDefined();
});

it('importing the relay throws in a page that was built nevertheless', async () => {
  await expect(import('./browser.ts')).rejects.toThrow('hello-again/relay runs on a server');
});

/** What a bundler or a runtime with these conditions finds: the first that fits is taken. */
function foundBy(conditions: readonly string[], target: unknown): unknown {
  if (typeof target !== 'object' || target === null) return target;
  const [, next] = Object.entries(target).find(([name]) => name === 'default' || conditions.includes(name)) ?? [];
  return foundBy(conditions, next);
}

it.each([
  [['browser', 'import'], './dist/npm/relay-is-for-servers.js'],
  [['browser', 'require'], './dist/cjs/relay-is-for-servers.cjs'],
  // Bundlers for Workers set `browser`, too: https://developers.cloudflare.com/workers/wrangler/bundling/
  [['workerd', 'worker', 'browser', 'import'], './dist/npm/relay.js'],
  [['edge-light', 'browser', 'import'], './dist/npm/relay.js'],
  [['node', 'import'], './dist/npm/relay.js'],
  [['node', 'require'], './dist/cjs/relay.cjs'],
  [['types', 'import'], './dist/types/relay.d.ts'],
  [['types', 'require'], './dist/types/relay.d.cts'],
])('conditions %s lead to %s', (conditions, file) => {
  const { exports } = JSON.parse(readFileSync(at('../../package.json'), 'utf8')) as {
    exports: Record<string, unknown>;
  };
  expect(foundBy(conditions, exports['./relay'])).toBe(file);
});
