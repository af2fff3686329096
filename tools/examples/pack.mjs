import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../scripts/root.mjs';

const execute = promisify(execFile);

/**
 * Runs npm in a folder, quietly; what it says is in the error where it fails.
 *
 * @param {string} cwd
 * @param {readonly string[]} args
 */
export async function npm(cwd, args) {
  const { npm_execpath: script = '' } = process.env;
  const isScript = /\.[cm]?js$/.test(script);
  const [command, first] = isScript ? [process.execPath, [script]] : ['npm', []];
  // Settings of the run that calls, such as its prefix, are not those of another project.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(?!config_(registry|cache))/.test(name)),
  );
  try {
    return await execute(command, [...first, ...args], {
      cwd,
      env,
      maxBuffer: 2 ** 26,
      shell: !isScript && process.platform === 'win32',
    });
  } catch (error) {
    const { stderr = '', stdout = '' } = /** @type {{ stderr?: string, stdout?: string }} */ (error);
    console.error(`${stdout}\n${stderr}`.split('\n').slice(-40).join('\n'));
    throw new Error(`npm ${args[0]} failed`);
  }
}

/**
 * The package as it would be published, and its files as an owner who copies them has them.
 *
 * @param {string} folder
 * @returns {Promise<{ tarball: string, embed: string }>} paths
 */
export async function pack(folder) {
  await npm(root, ['pack', '--ignore-scripts', '--pack-destination', folder]);
  const name = (await readdir(folder)).find((file) => file.endsWith('.tgz'));
  if (!name) throw new Error('npm pack wrote no package');
  await execute('tar', ['-xzf', name], { cwd: folder });
  return { tarball: join(folder, name), embed: join(folder, 'package/dist/embed') };
}
