import { spawn } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, untilServed } from '../../scripts/ports.mjs';
import { root } from '../../scripts/root.mjs';
import { npm } from './pack.mjs';
import { signUp } from './signUp.mjs';

/** How each one's `npm start` is told its port. */
const portFlag = (/** @type {string} */ name) => (name === 'next' ? '-p' : '--port');

/** What is installed for the example's framework, for the table. */
const named = ['next', 'astro', '@sveltejs/kit', 'svelte', 'vue', 'react', 'vite'];

/**
 * An example that is a project of its own: installed from the packed package, built, started, opened.
 *
 * @param {import('./signUp.mjs').Given} given
 * @returns {Promise<import('./signUp.mjs').Outcome>}
 */
export async function runProject({ name, folder, browser, tarball }) {
  const cwd = join(folder, name);
  await cp(join(root, 'examples', name), cwd, { recursive: true, filter: (path) => !path.includes('node_modules') });
  const file = join(cwd, 'package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.dependencies['hello-again'] = `file:${tarball}`;
  await writeFile(file, JSON.stringify(manifest));
  await npm(cwd, ['install', '--no-audit', '--no-fund']);
  await npm(cwd, ['run', 'build']);

  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const bin = { next: 'next/dist/bin/next', astro: 'astro/astro.js' }[name] ?? 'vite/bin/vite.js';
  const command = name === 'next' ? 'start' : 'preview';
  const server = spawn(process.execPath, [join(cwd, 'node_modules', bin), command, portFlag(name), String(port)], {
    cwd,
    env: { ...process.env, ...relaySettings, SHOP_ORIGIN: origin },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    await untilServed(`${origin}/`);
    await signUp(browser, `${origin}/`, name === 'astro' ? followLink : undefined);
    const relay = name === 'next' ? `; ${await checkRelay(origin)}` : '';
    const all = { ...manifest.dependencies, ...manifest.devDependencies };
    const versions = named.filter((one) => all[one]).map((one) => `${one} ${all[one]}`);
    return { name, with: versions.join(', '), result: `built, signed up${relay}` };
  } finally {
    server.kill();
  }
}

/** Shapes of secrets, and none. */
const relaySettings = {
  KLAVIYO_KEY: `pk_${'0'.repeat(34)}`,
  KLAVIYO_EMAIL_LIST: 'Y6nRLr',
  KLAVIYO_SMS_LIST: 'Y6nRLr',
  HELLO_AGAIN_LINK_SECRET: '0'.repeat(64),
};

/** The route handler refuses what is no submission, before it asks the platform. @param {string} origin */
async function checkRelay(origin) {
  const answer = await fetch(`${origin}/api/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: '{}',
  });
  if (answer.status !== 422) throw new Error(`the relay answered ${answer.status} to no submission`);
  return 'the relay refuses what is no submission';
}

/** The page changes without a new document; a popup in which somebody has typed stays. @param {import('@playwright/test').Page} page */
async function followLink(page) {
  await page.evaluate(() => document.querySelector('a')?.click());
  await page.waitForURL(/beans/);
}
