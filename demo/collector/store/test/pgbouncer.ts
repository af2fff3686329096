import { spawn, spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../../../scripts/ports.mjs';
import { accountFor, ownFolder, untilReady } from './postgres.ts';

/** Server connections that it shares among all its clients. */
export const sharedConnections = 3;

/** Whether PgBouncer is installed, and may be run. */
export function hasPgbouncer(): boolean {
  return spawnSync('pgbouncer', ['--version'], { stdio: 'ignore' }).status === 0 && accountFor() !== 'none';
}

/**
 * PgBouncer in transaction mode before a database: what a statement sets or prepares is another client's at the next.
 *
 * @param target the database's address
 */
export async function startPgbouncer(target: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const account = accountFor();
  if (account === 'none') throw new Error('there is no account to run it as');
  const folder = ownFolder(account);
  const port = await freePort();
  const { hostname, port: targetPort, username, pathname } = new URL(target);
  const name = pathname.slice(1);
  const config = join(folder, 'pgbouncer.ini');
  writeFileSync(
    config,
    `[databases]
${name} = host=${hostname} port=${targetPort} dbname=${name} user=${username}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = ${sharedConnections}
ignore_startup_parameters = statement_timeout,idle_in_transaction_session_timeout
`,
  );
  const server = spawn('pgbouncer', [config], { cwd: folder, stdio: 'ignore', ...account });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async () => {
    server.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `postgres://${username}@127.0.0.1:${port}/${name}`;
  await untilReady(url, server).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url, stop };
}
