import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/ports.mjs';

/** @returns {string | undefined} the folder of PostgreSQL's programs */
function programs() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/**
 * Starts a PostgreSQL of its own, with its usual settings and so with durable commits, in a temporary folder.
 *
 * @returns {Promise<{ url: (database: string) => string, create: (database: string) => void, version: string, stop: () => Promise<void> } | undefined>}
 *   undefined where none is installed
 */
export async function startPostgres() {
  const bin = programs();
  if (bin === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'hello-again-postgres-'));
  // It refuses to run as root, so root has to be somebody else for it.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) spawnSync('chown', ['postgres', folder]);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  const port = await freePort();
  const asOwner = (/** @type {string} */ program, /** @type {string[]} */ args) =>
    isRoot
      ? {
          command: 'setpriv',
          args: ['--reuid=postgres', '--regid=postgres', '--clear-groups', join(bin, program), ...args],
        }
      : { command: join(bin, program), args };
  const once = (/** @type {string} */ program, /** @type {string[]} */ args) => {
    const { command, args: all } = asOwner(program, args);
    const { status, stderr, stdout } = spawnSync(command, all, { encoding: 'utf8', cwd: folder });
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
    return stdout;
  };
  const version = once('postgres', ['--version']).trim();
  once('initdb', ['-D', data, '-A', 'trust', '-U', 'bench', '--no-sync']);
  const { command, args } = asOwner('postgres', [
    '-D',
    data,
    '-p',
    String(port),
    '-k',
    folder,
    '-c',
    'listen_addresses=127.0.0.1',
  ]);
  const server = spawn(command, args, { stdio: 'ignore', cwd: folder });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const connection = ['-h', '127.0.0.1', '-p', String(port), '-U', 'bench'];
  for (let tries = 0; ; tries += 1) {
    const { command: ask, args: how } = asOwner('pg_isready', connection);
    if (spawnSync(ask, how, { cwd: folder }).status === 0) break;
    if (tries > 100) throw new Error('PostgreSQL did not start in time');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    version,
    url: (database) => `postgres://bench@127.0.0.1:${port}/${database}`,
    create: (database) => void once('createdb', [...connection, database]),
    async stop() {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
