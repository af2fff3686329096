import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './root.mjs';

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [timeout] milliseconds
 * @property {boolean} [shell]
 * @property {(chunk: Buffer) => void} [onOutput] gets what it prints, which otherwise goes to this terminal
 */

/**
 * Runs a program.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code; 128 and more where a signal ended it, 127 where it could not be started
 */
export function run(command, args, { env = {}, timeout = 0, shell = false, onOutput } = {}) {
  return new Promise((resolve) => {
    const output = onOutput ? 'pipe' : 'inherit';
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', output, output],
      timeout,
      shell,
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => onOutput?.(chunk));
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    // With the last of its output, which may come after its end.
    child.on(onOutput ? 'close' : 'exit', (code) => resolve(code ?? 128));
  });
}

/**
 * Runs the program that an installed package offers, without the shell script between: the same on every system.
 *
 * @param {string} packageName
 * @param {string} programName
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export async function runPackage(packageName, programName, args, options) {
  const manifestPath = join(root, 'node_modules', packageName, 'package.json');
  const manifest = createRequire(import.meta.url)(manifestPath);
  const bin = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[programName];
  return run(process.execPath, [join(dirname(manifestPath), bin), ...args], options);
}

/**
 * Runs npm: the one that runs this script where there is one, since another may be another version.
 *
 * @param {readonly string[]} args
 */
export function runNpm(args) {
  const npm = process.env.npm_execpath;
  if (npm && /\.[cm]?js$/.test(npm)) return run(process.execPath, [npm, ...args]);
  // On Windows npm is a batch file, which only a shell can start.
  return run('npm', args, { shell: process.platform === 'win32' });
}
