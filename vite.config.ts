// One configuration, one command (`vite build --app`), five outputs:
//   embed      dist/embed/hello-again.js, a classic script with its lazy chunks flat beside it
//   npm        dist/npm, the library
//   commonjs   dist/cjs, the same for `require`
//   client     dist/demo/client, the demo's browser code
//   cli        dist/npm/cli/hello-again.js, the package's commands
//   collector  dist/demo/server.js, the demo's server, and dist/demo/collector.js, the reference collector alone
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { isAbsolute, join, parse } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { buildName } from './scripts/buildName.ts';
import { chunkName } from './scripts/chunkName.ts';
import { classicEntry } from './scripts/classicEntry.ts';
import { entryPoints } from './scripts/entryPoints.mjs';
import { fingerprint, writeFingerprint } from './scripts/fingerprint.mjs';
import { phoneModules } from './scripts/phoneModules.ts';
import { slimPreact } from './scripts/slimPreact.ts';
import { stringFiles } from './scripts/stringFiles.ts';

const at = (path: string) => join(import.meta.dirname, path);

const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string };

/** One name for all chunks of a build: the entry says it once, where a hash a chunk would be noise to its compression. */
const build = (await fingerprint()).slice(0, 6);

/** Every file that lies directly in demo/shop/client is a page's script; what they share goes into folders below it. */
const clientEntries = Object.fromEntries(
  (existsSync(at('demo/shop/client')) ? readdirSync(at('demo/shop/client')) : [])
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file))
    .map((file) => [parse(file).name, at(`demo/shop/client/${file}`)]),
);

/** The library's dependencies stay its users' to install, and to share with the rest of their page. */
const libraryExternals = [
  /^(react|vue)$/,
  /^preact($|\/)/,
  /^libphonenumber-js($|\/)/,
  /^jose($|\/)/,
  /^@noble\/hashes($|\/)/,
];

/**
 * What is external where CommonJS is wanted. All others are bundled: `jose`, `@noble/hashes`, Preact 11 and the phone library's
 * modules are ES modules alone, and Jest takes none of those. A framework's hooks work in the page's own copy of it only.
 */
const commonjsExternals = [/^(react|vue)$/];

/** The doors of the npm module. */
const libraryEntries = {
  ...Object.fromEntries(entryPoints.map(({ name, source }) => [name, at(`widget/${source}.ts`)])),
  'relay-is-for-servers': at('widget/relay/browser.ts'),
};

const isPackage = (id: string) => !id.startsWith('.') && !id.startsWith('\0') && !isAbsolute(id);

/** The README's baseline. `scripts/baseline/` holds the built files against it. */
const cssTarget = ['chrome93', 'edge93', 'firefox98', 'safari15.4', 'ios15.4'];

/**
 * The same for scripts, but for class fields: the bundler takes them for newer than Chrome 93 and Safari 15.4, which have
 * them, and writes them in many bytes. Of what else came between, static blocks, Safari 16 has none either.
 */
const target = ['chrome98', 'edge98', 'firefox98', 'safari16', 'ios16'];

/** What stands in for a module in the classic build: a JSX runtime without server rendering, and files known by name. */
const standIns: Readonly<Record<string, string>> = {
  'preact/jsx-runtime': at('widget/ui/jsxRuntime.ts'),
  'lazyFiles.ts': at('widget/files/classicFiles.ts'),
  'loadLanguage.ts': at('widget/popup/classicLanguage.ts'),
};

function classicStandIns(): Plugin {
  return {
    name: 'hello-again:classic-stand-ins',
    enforce: 'pre',
    applyToEnvironment: (environment) => environment.name === 'embed',
    resolveId: (id) => standIns[id] ?? standIns[id.replace(/^\..*\//, '')],
  };
}

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  define: { __VERSION__: JSON.stringify(version), __MAJOR__: version.split('.')[0] ?? '0' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [classicStandIns(), slimPreact(), phoneModules(), stringFiles(), classicEntry(), buildName(build)],
  builder: {
    async buildApp(builder) {
      const sources = await fingerprint();
      await rm(at('dist/demo'), { recursive: true, force: true });
      const { embed, npm, commonjs, client, collector } = builder.environments;
      for (const environment of [embed, npm, commonjs, collector]) {
        if (environment) await builder.build(environment);
      }
      // After `npm`, which empties its folder.
      if (builder.environments.cli) await builder.build(builder.environments.cli);
      if (client && Object.keys(clientEntries).length > 0) await builder.build(client);
      if (existsSync(at('demo/shop/public')))
        await cp(at('demo/shop/public'), at('dist/demo/public'), { recursive: true });
      // Last, so that a build that broke off is not taken for a finished one.
      await writeFingerprint(sources);
    },
  },
  environments: {
    embed: {
      consumer: 'client',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: at('dist/embed'),
        emptyOutDir: true,
        target,
        cssTarget,
        modulePreload: false,
        reportCompressedSize: false,
        // Library mode is the only switch that leaves Vite's preload helper out; with the helper in the entry, every chunk
        // would import it from there and the entry could not be a classic script.
        lib: { entry: { 'hello-again': at('widget/loader.ts') }, formats: ['es'] },
        rolldownOptions: {
          output: {
            minify: true,
            // `scripts/names/` shortens them, together with all that is read from a file by its name.
            minifyInternalExports: false,
            hashCharacters: 'base36',
            entryFileNames: '[name].js',
            // Flat: theme folders of shop systems have no folders below them.
            chunkFileNames: (chunk) => `hello-again.${chunkName(chunk)}-${build}.js`,
            assetFileNames: 'hello-again.[name]-[hash][extname]',
            // One file for each moment, with all that it needs; what two of them need is in the one that is fetched first.
            codeSplitting: {
              groups: [
                // All but the first are explain()'s and the triggers' too, which must come where the popup's file is missing; `cleanText` is
                // the phone rules' as well.
                {
                  name: 'memory',
                  test: /\/widget\/(memory\/remember|popup\/isSearchLanding|files\/fetchFile|core\/(isOn|textOf|carriesFields|mendChoice|contact\/(mask|cleanText)|submission\/toldId)|platform\/(cookieBanner|fromPage|onceLoaded|onLeave|onWindow|otherDialog|pageGlobals|warn))\.ts$/,
                  priority: 3,
                },
                { name: 'popup', test: /\/widget\/popup\/popup\.ts$/, priority: 2 },
                { name: 'sending', test: /\/widget\/sending\/sending\.ts$/, priority: 1 },
                { name: 'unsent', test: /\/widget\/(sending\/unsent|core\/submission\/readAnswer)\.ts$/, priority: 0 },
                { name: 'adapterSettings', test: /\/widget\/setup\/adapterSettings\.ts$/, priority: 1 },
                { name: 'triggers', test: /\/widget\/popup\/triggers\.ts$/, priority: 1 },
              ],
            },
          },
        },
      },
    },
    npm: {
      consumer: 'client',
      build: {
        outDir: at('dist/npm'),
        emptyOutDir: true,
        target,
        cssTarget,
        modulePreload: false,
        reportCompressedSize: false,
        sourcemap: true,
        minify: false,
        lib: {
          entry: libraryEntries,
          formats: ['es'],
        },
        rolldownOptions: {
          external: libraryExternals,
          output: {
            // Two minifiers make less of it than one, and the second one is the app's.
            minify: { compress: true, mangle: false, codegen: { removeWhitespace: false } },
            // Without a hash: bundlers add their own, and the entry names a dozen of them.
            entryFileNames: '[name].js',
            chunkFileNames: (chunk) => `chunks/${chunkName(chunk)}.js`,
          },
        },
      },
    },
    commonjs: {
      consumer: 'client',
      build: {
        outDir: at('dist/cjs'),
        emptyOutDir: true,
        target,
        cssTarget,
        modulePreload: false,
        reportCompressedSize: false,
        minify: false,
        lib: { entry: libraryEntries, formats: ['cjs'] },
        rolldownOptions: {
          external: commonjsExternals,
          output: {
            // Jest runs code in a context in which `import()` needs a flag of Node's.
            dynamicImportInCjs: false,
            exports: 'named',
            entryFileNames: '[name].cjs',
            chunkFileNames: (chunk) => `chunks/${chunkName(chunk)}.cjs`,
          },
        },
      },
    },
    client: {
      consumer: 'client',
      build: {
        outDir: at('dist/demo/client'),
        target,
        cssTarget,
        modulePreload: false,
        reportCompressedSize: false,
        rolldownOptions: {
          input: clientEntries,
          output: {
            hashCharacters: 'base36',
            entryFileNames: '[name].js',
            chunkFileNames: 'chunks/[name]-[hash].js',
            assetFileNames: '[name][extname]',
          },
        },
      },
    },
    cli: {
      consumer: 'server',
      build: {
        outDir: at('dist/npm/cli'),
        target: 'node20',
        ssr: true,
        minify: false,
        emptyOutDir: true,
        rolldownOptions: {
          input: { 'hello-again': at('widget/cli/main.ts') },
          external: isPackage,
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
    collector: {
      consumer: 'server',
      build: {
        outDir: at('dist/demo'),
        target: 'node20',
        ssr: true,
        minify: false,
        emptyOutDir: false,
        rolldownOptions: {
          input: { server: at('demo/shop/server/server.ts'), collector: at('demo/collector/main.ts') },
          external: isPackage,
          output: { entryFileNames: '[name].js', chunkFileNames: 'server/[name]-[hash].js' },
        },
      },
    },
  },
});
