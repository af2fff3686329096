import { type Config, defineConfig, devices } from '@playwright/test';
import base from '../playwright.config.ts';

// The same suite in another engine than Chromium: `scripts/engines.mjs` finds it, and says so in the environment.

const { HELLO_AGAIN_ENGINE: engine, HELLO_AGAIN_ENGINE_PATH: path, HELLO_AGAIN_WHOLE: isWhole } = process.env;

/**
 * In a plain run the cases; in a whole run what depends on the engine most. The rest is Chromium's: axe, which reads a tree of
 * elements, says the same in every engine and takes ten minutes over BiDi.
 */
const chosen = isWhole
  ? /e2e\/(cases\/[^/]+|accessibility\/(focus-return|keyboard|live-regions|names|predictable)|popup\/(layouts|triggers))\.spec\.ts$/
  : /e2e\/cases\/[^/]+\.spec\.ts$/;

const device = engine === 'webkit' ? devices['Desktop Safari'] : devices['Desktop Firefox'];
const { use = {}, ...config } = base as Config;
const { launchOptions: _chromiums, ...common } = use as Record<string, unknown>;

export default defineConfig({
  ...config,
  testDir: '..',
  testMatch: chosen,
  outputDir: `../../test-results/${engine}`,
  globalTeardown: '../support/teardown.ts',
  // A page takes longer to start over BiDi, and a form that leads to another page longer to arrive.
  timeout: 60_000,
  expect: { timeout: 20_000 },
  // Taking a picture of a failure puts a style into the page, which its policy would report as a second failure.
  use: { ...common, screenshot: 'off' },
  projects: [
    {
      name: engine ?? 'firefox',
      use: { ...device, ...(path ? { channel: 'moz-firefox', launchOptions: { executablePath: path } } : {}) },
    },
  ],
});
