// A file of its own: the environments and the library mode of vite.config.ts mean nothing to tests.
import { defineConfig } from 'vitest/config';
import { phoneModules } from './scripts/phoneModules.ts';

export default defineConfig({
  define: { __VERSION__: '"0.0.0-test"', __MAJOR__: '0' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [phoneModules()],
  test: {
    environment: 'node',
    include: ['widget/**/*.test.{ts,tsx}', 'demo/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'tools/**/*.test.ts'],
    globalSetup: 'demo/store/test/postgres.ts',
    // The default also collects what a build left behind.
    exclude: ['**/node_modules/**', 'dist/**', 'e2e/**'],
    // How fast the machine is, is not what is tested: properties run hundreds of cases, and PostgreSQL has to start.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
