// Finds a browser to test with, or gets one. An installed one comes first: it costs no download, and the tests use nothing
// that a current Chromium, Chrome or Edge does not all have.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { run, runPackage } from './run.mjs';

const names = [
  // The same engine without the browser's interface: a test takes a third of the time.
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'google-chrome-beta',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

const linuxPlaces = [
  '/usr/lib/chromium/chromium-headless-shell',
  '/usr/lib/chromium/chromium',
  '/usr/lib64/chromium-browser/chromium-browser',
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/snap/bin/chromium',
  '/var/lib/flatpak/exports/bin/org.chromium.Chromium',
  '/var/lib/flatpak/exports/bin/com.google.Chrome',
];

const macApps = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** @returns {string[]} every place where a browser may be on this system, best first */
function candidates() {
  const extension = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name + extension)));
  if (process.platform === 'darwin') {
    const roots = ['/Applications', join(homedir(), 'Applications')];
    return [...roots.flatMap((folder) => macApps.map((app) => join(folder, app))), ...onPath];
  }
  if (process.platform === 'win32') {
    const { PROGRAMFILES, 'PROGRAMFILES(X86)': x86, LOCALAPPDATA } = process.env;
    const roots = [PROGRAMFILES, x86, LOCALAPPDATA].filter((folder) => folder !== undefined);
    return [...roots.flatMap((folder) => windowsPrograms.map((program) => join(folder, program))), ...onPath];
  }
  return [...onPath, ...linuxPlaces];
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * A file of the right name is not yet a browser: Ubuntu's `chromium-browser` only says that a snap is missing, and a
 * downloaded one may lack the system's libraries.
 *
 * @param {string} path
 */
export function canStart(path) {
  if (!isExecutable(path)) return false;
  // Chrome for Windows opens a window instead of telling its version.
  if (process.platform === 'win32') return true;
  try {
    return /\d+\.\d+/.test(execFileSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000, stdio: 'pipe' }));
  } catch {
    return false;
  }
}

/** @returns {string | undefined} where Playwright puts its own browser, whether or not it is there */
function downloadedByPlaywright() {
  try {
    const { chromium } = createRequire(import.meta.url)('@playwright/test');
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

/**
 * @returns {string | undefined} the path of a browser that starts
 * @throws {Error} where HELLO_AGAIN_BROWSER names something else: to use another one silently would test the wrong browser
 */
export function findBrowser() {
  const chosen = process.env.HELLO_AGAIN_BROWSER;
  if (chosen) {
    if (canStart(chosen)) return chosen;
    throw new Error(`HELLO_AGAIN_BROWSER is ${chosen}, which is not a browser that starts.`);
  }
  const installed = candidates().find((path) => existsSync(path) && canStart(path));
  if (installed) return installed;
  const downloaded = downloadedByPlaywright();
  return downloaded && canStart(downloaded) ? downloaded : undefined;
}

/**
 * The headless shell lacks what a browser has around its pages, the back/forward cache for one.
 *
 * @returns {string | undefined} the path of a whole browser that starts
 */
export function findWholeBrowser() {
  const paths = [process.env.HELLO_AGAIN_BROWSER, ...candidates(), downloadedByPlaywright()];
  return paths.find((path) => path && !/headless[-_]shell/.test(path) && existsSync(path) && canStart(path));
}

/** Package managers that have Chromium, with the command that installs it without asking. */
const packageManagers = [
  {
    program: 'apt-get',
    update: ['update'],
    install: ['install', '--yes', '--no-install-recommends'],
    packages: ['chromium-headless-shell', 'chromium'],
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  },
  {
    program: 'dnf',
    install: ['install', '--assumeyes'],
    packages: ['chromium-headless', 'chromium'],
    env: {},
  },
  { program: 'apk', install: ['add', '--no-progress'], packages: ['chromium'], env: {} },
];

/** @param {string} program */
const isOnPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && isExecutable(join(folder, program)));

async function installFromSystem() {
  if (process.getuid?.() !== 0) return;
  const manager = packageManagers.find(({ program }) => isOnPath(program));
  if (!manager) return;
  const { program, update, install, packages, env } = manager;
  console.log(`Installing Chromium with ${program} …`);
  // A stale list is no reason to stop: the install that follows says whether it mattered.
  if (update) await run(program, update, { env });
  // The shell is quicker; a few tests are about what only a whole browser has.
  for (const name of packages) await run(program, [...install, name], { env });
}

async function download() {
  console.log('No Chromium, Chrome or Edge found; Playwright downloads its own …');
  await runPackage('@playwright/test', 'playwright', ['install', 'chromium'], {
    // Unreachable hosts are tried several times over; without limits of its own this can take ten minutes to give up.
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
    timeout: 10 * 60_000,
  });
}

/** The last resort where nothing else worked. */
export const adviceWithoutBrowser =
  'No browser to test with, and none could be installed: install Chrome or Chromium, or run `npx playwright install --with-deps chromium`, then run npm test again.';

/** @returns {Promise<string | undefined>} a browser that starts, downloaded if necessary */
export async function ensureBrowser() {
  const present = findBrowser();
  if (present) return present;
  await download();
  const downloaded = findBrowser();
  if (downloaded) return downloaded;
  await installFromSystem();
  return findBrowser();
}
