import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './root.mjs';

/**
 * An empty project outside the repository with the packed package in it, as `npm install hello-again` leaves it. What it needs
 * is linked from the repository: nothing is fetched.
 *
 * @param {readonly string[]} [also] further packages that the project has
 * @returns {string} its folder, which is the caller's to delete
 */
export function installPacked(also = []) {
  const project = mkdtempSync(join(tmpdir(), 'hello-again-npm-'));
  const npm = process.env.npm_execpath;
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', project];
  /** @type {import('node:child_process').ExecFileSyncOptionsWithStringEncoding} */
  const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
  const said =
    npm && /\.[cm]?js$/.test(npm)
      ? execFileSync(process.execPath, [npm, ...pack], options)
      : execFileSync('npm', pack, { ...options, shell: process.platform === 'win32' });
  const report = JSON.parse(said);
  /** @type {{ filename: string }[]} */
  const packages = Array.isArray(report) ? report : Object.values(report);
  const installed = join(project, 'node_modules/hello-again');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(project, packages[0]?.filename ?? ''), '-C', installed, '--strip-components=1']);
  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  for (const name of [...Object.keys(dependencies), ...also]) {
    const link = join(project, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link, 'junction');
  }
  return project;
}
