import { mkdtempSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { adviceWithoutBrowser, findBrowser } from '../scripts/browser.mjs';
import { freePort } from '../scripts/ports.mjs';
import { root } from '../scripts/root.mjs';
import { customersHost } from './budgets/customersHost.ts';

// Workers read this file again: what was chosen once is handed on to them in the environment.
process.env.HELLO_AGAIN_E2E_PORT ??= String(await freePort());
process.env.HELLO_AGAIN_E2E_DATA ??= mkdtempSync(join(tmpdir(), 'hello-again-e2e-'));

// The build puts values in place of these names; specs import the module's sources.
Object.assign(globalThis, { __MAJOR__: 0, __VERSION__: '0.0.0' });

const browser = findBrowser();
if (!browser) throw new Error(adviceWithoutBrowser);

const origin = `http://localhost:${process.env.HELLO_AGAIN_E2E_PORT}`;

export default defineConfig({
  testDir: '.',
  // WebKit by WebDriver has a configuration of its own.
  testIgnore: '**/webkit/**',
  outputDir: '../test-results',
  globalTeardown: './support/teardown.ts',
  fullyParallel: true,
  // One more than there are cores: tests wait, too. More than four would be a browser each without a core to run on.
  workers: Math.min(4, availableParallelism() + 1),
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  // The popup opens by itself a few seconds after the decision; an expectation may wait that long.
  expect: { timeout: 8_000 },
  reporter: [['list']],
  use: {
    baseURL: origin,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    actionTimeout: 10_000,
    // A trace costs every test a fifth of its time; `--trace retain-on-failure` asks for it.
    trace: 'off',
    screenshot: 'only-on-failure',
    // Without a screen no graphics card is needed, and emulating one costs an eighth of the time.
    launchOptions: {
      executablePath: browser,
      args: ['--disable-gpu', `--host-resolver-rules=MAP ${customersHost} 127.0.0.1`],
    },
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'] } },
    // Where touch, a small screen or its keyboard change what a visitor meets.
    { name: 'phone', use: { ...devices['Pixel 7'] }, grep: /@phone/ },
  ],
  webServer: {
    command: `"${process.execPath}" dist/demo/server.js`,
    cwd: root,
    env: {
      PORT: process.env.HELLO_AGAIN_E2E_PORT,
      HELLO_AGAIN_DATA: process.env.HELLO_AGAIN_E2E_DATA,
      NODE_ENV: 'production',
    },
    url: `${origin}/`,
    reuseExistingServer: false,
    timeout: 60_000,
    // One line for each request; failures go to the other stream.
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
