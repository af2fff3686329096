// A file of its own: the environments and the library mode of vite.config.ts mean nothing to tests.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { aloneTests } from './scripts/aloneTests.ts';
import { phoneModules } from './scripts/phoneModules.ts';

const alone = aloneTests.map((place) => (place.endsWith('/') ? `${place}**/*.test.{ts,tsx}` : place));

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
      {
        extends: true,
        test: {
          name: 'shared',
          isolate: false,
          include: ['{widget,demo}/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'dist/**', ...alone, ...withDatabase],
        },
      },
      { extends: true, test: { name: 'alone', include: alone } },
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
          isolate: false,
          include: ['widget/ui/**/*.test.tsx'],
          server: { deps: { inline: ['preact-render-to-string'] } },
        },
      },
    ],
  },
});
