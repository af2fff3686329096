// A file of its own: the environments and the library mode of vite.config.ts mean nothing to tests.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { phoneModules } from './scripts/phoneModules.ts';

/** Folders whose sources are pure, which `scripts/imports.test.ts` holds: no test can leave anything to another one. */
const pure = ['core', 'config', 'locales', 'providers', 'adapters'].map((name) => `widget/${name}/**/*.test.{ts,tsx}`);

/** Of the collector, of what runs on it, and of what reads its records. */
const withDatabase = [
  'demo/collector/**/*.test.ts',
  'demo/shop/server/**/*.test.ts',
  'demo/shop/pages/register.test.ts',
  'scripts/verifyConsent/**/*.test.ts',
];

export default defineConfig({
  define: { __VERSION__: '"0.0.0-test"', __MAJOR__: '0' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [phoneModules()],
  test: {
    environment: 'node',
    // Vitest keeps one core for itself, which is half of two.
    maxWorkers: availableParallelism(),
    // How fast the machine is, is not what is tested: properties run hundreds of cases, and PostgreSQL has to start.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      // In one world for all files: to load the sources anew for each of them takes longer than the tests.
      { extends: true, test: { name: 'pure', isolate: false, include: pure } },
      {
        extends: true,
        test: {
          name: 'rest',
          include: ['{widget,demo}/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'dist/**', ...pure, ...withDatabase],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          isolate: false,
          include: withDatabase,
          globalSetup: 'demo/collector/store/test/databases.ts',
        },
      },
      { extends: true, test: { name: 'tools', include: ['tools/**/*.test.ts'], exclude: ['**/node_modules/**'] } },
      // Apps that have Preact 10 share theirs with the popup.
      {
        extends: true,
        resolve: { alias: [{ find: /^preact(?=$|\/)/, replacement: 'preact-10' }] },
        test: {
          name: 'preact-10',
          include: ['widget/ui/**/*.test.tsx'],
          server: { deps: { inline: ['preact-render-to-string'] } },
        },
      },
    ],
  },
});
