// Which engines besides Chromium are here, and how each of them is driven.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { canStart } from './browser.mjs';

/**
 * @typedef {object} Engine
 * @property {'firefox' | 'webkit'} name
 * @property {string} told what it is and how it is driven, for the last lines of a run
 * @property {string} config the Playwright configuration that runs it
 * @property {Record<string, string>} env
 */

/** @param {string} program */
const onPath = (program) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));

/** @param {'firefox' | 'webkit'} name @returns {boolean} whether Playwright's own build is installed */
function hasOwnBuild(name) {
  try {
    return existsSync(createRequire(import.meta.url)('@playwright/test')[name].executablePath());
  } catch {
    return false;
  }
}

/** WebKitGTK's browser for tests lies in no folder of programs. */
const miniBrowser = () =>
  ['4.1', '6.0', '4.0']
    .flatMap((version) =>
      ['x86_64-linux-gnu', 'aarch64-linux-gnu', '.'].map(
        (machine) => `/usr/lib/${machine}/webkit2gtk-${version}/MiniBrowser`,
      ),
    )
    .find((path) => existsSync(path));

/** @returns {Engine | undefined} */
function findFirefox() {
  const config = 'e2e/engines/playwright.config.ts';
  if (hasOwnBuild('firefox')) {
    return { name: 'firefox', told: 'Firefox, Playwright’s own', config, env: { HELLO_AGAIN_ENGINE: 'firefox' } };
  }
  const path = onPath('firefox-esr') ?? onPath('firefox');
  // BiDi as Playwright is taught it here is seen to work on Linux alone.
  if (!path || process.platform !== 'linux' || !canStart(path)) return undefined;
  const options = [process.env.NODE_OPTIONS, `--require ${join('e2e/engines/firefoxOverBidi.cjs')}`];
  return {
    name: 'firefox',
    told: `Firefox (${path}) over WebDriver BiDi`,
    config,
    env: {
      HELLO_AGAIN_ENGINE: 'firefox',
      HELLO_AGAIN_ENGINE_PATH: path,
      NODE_OPTIONS: options.filter(Boolean).join(' ').replace('e2e/', './e2e/'),
    },
  };
}

/** @returns {Engine | undefined} */
function findWebKit() {
  if (hasOwnBuild('webkit')) {
    return {
      name: 'webkit',
      told: 'WebKit, Playwright’s own',
      config: 'e2e/engines/playwright.config.ts',
      env: { HELLO_AGAIN_ENGINE: 'webkit' },
    };
  }
  const [driver, display, path] = [onPath('WebKitWebDriver'), onPath('Xvfb'), miniBrowser()];
  if (!driver || !display || !path) return undefined;
  return {
    name: 'webkit',
    told: 'WebKitGTK over WebDriver, journeys of its own',
    config: 'e2e/webkit/playwright.config.ts',
    env: { HELLO_AGAIN_ENGINE: 'webkit', HELLO_AGAIN_ENGINE_PATH: path },
  };
}

/** Chromium is looked for elsewhere: without it nothing is tested at all. @returns {Engine[]} */
export function findEngines() {
  return [findFirefox(), findWebKit()].filter((engine) => engine !== undefined);
}

/** The engines that a run must have had to count: `.ci/run` names them. @returns {string[]} */
export const wantedEngines = () => (process.env.HELLO_AGAIN_ENGINES ?? '').split(/[ ,]+/).filter(Boolean);
