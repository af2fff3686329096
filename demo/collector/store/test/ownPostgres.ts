import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../../../scripts/ports.mjs';
import { accountFor, findBinaries, ownFolder, untilReady } from './postgres.ts';

/** A PostgreSQL of one test's own, which may be killed. Its commits are durable, as they are unless somebody says otherwise. */
export interface OwnPostgres {
  readonly url: string;
  /** Ends it in the midst of whatever it does (`kill -9`); whatever it has started ends by itself. */
  kill(): Promise<void>;
  /** Starts it, and settles once it answers. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** Not running yet; undefined where none is installed. */
export async function ownPostgres(): Promise<OwnPostgres | undefined> {
  const binaries = findBinaries();
  const account = binaries === undefined ? undefined : accountFor();
  if (!binaries || account === 'none') return undefined;
  const folder = ownFolder(account);
  const port = await freePort();
  const data = join(folder, 'data');
  const url = `postgres://test@127.0.0.1:${port}/postgres`;
  const as = { cwd: folder, stdio: 'ignore', ...account } as const;
  const init = ['-D', data, '-U', 'test', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(binaries, 'initdb'), init, as);
  let server: ChildProcess | undefined;
  let ended = Promise.resolve();
  const kill = async () => {
    server?.kill('SIGKILL');
    await ended;
  };
  return {
    url,
    kill,
    async start() {
      const args = ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1'];
      // What a killed one has started ends once it notices, and until then another one refuses to start.
      for (;;) {
        const child = spawn(join(binaries, 'postgres'), args, as);
        server = child;
        ended = new Promise((resolve) => child.once('exit', () => resolve()));
        if (await Promise.race([untilReady(url, child).then(() => true), ended.then(() => false)])) return;
      }
    },
    async remove() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
