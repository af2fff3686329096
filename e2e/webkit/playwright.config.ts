import { defineConfig } from '@playwright/test';
import base from '../playwright.config.ts';

// WebKitGTK's journeys. Playwright's own WebKit is not to be had on every machine, and this one it cannot drive: it only runs
// the tests here, which drive the browser by WebDriver (`driver.ts`).
export default defineConfig({
  ...base,
  testDir: '.',
  testIgnore: [],
  outputDir: '../../test-results/webkit',
  globalTeardown: '../support/teardown.ts',
  // One window has the focus of a display, and each worker has a display.
  workers: 2,
  use: {},
  projects: [{ name: 'webkit' }],
});
