import { execFileSync } from 'node:child_process';
import { root } from './root.mjs';

/** What `npm pack` puts into the package, by path; what is not built is not among it. */
export function packedFiles() {
  const args = ['pack', '--dry-run', '--ignore-scripts', '--json'];
  const npm = process.env.npm_execpath;
  const isScript = !!npm && /\.[cm]?js$/.test(npm);
  /** @type {import('node:child_process').ExecFileSyncOptionsWithStringEncoding} */
  const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 26 };
  const said = isScript
    ? execFileSync(process.execPath, [npm, ...args], options)
    : execFileSync('npm', args, { ...options, shell: process.platform === 'win32' });
  const report = JSON.parse(said);
  /** @type {{ files: { path: string }[] }[]} */
  const packages = Array.isArray(report) ? report : Object.values(report);
  return packages.flatMap(({ files }) => files.map(({ path }) => path));
}
