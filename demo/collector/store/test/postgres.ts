import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { accessSync, chownSync, constants, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../../../scripts/ports.mjs';

/** The database whose copies the tests get: its tables are up to date, and nobody is connected to it. */
export const template = 'migrated';

/**
 * Starts a real PostgreSQL for one run of the tests, in a folder of its own, where one is installed. Durability is switched
 * off: what is tested is what happens between transactions.
 */
export async function startPostgres(): Promise<
  { readonly url: string; readonly stop: () => Promise<void> } | undefined
> {
  const binaries = findBinaries();
  const account = binaries === undefined ? undefined : accountFor();
  if (!binaries || account === 'none') return undefined;
  const folder = ownFolder(account);
  const port = await freePort();
  const server = spawn('/bin/sh', ['-c', script, 'postgres', binaries, folder, String(port)], {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'ignore'],
    ...account,
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async () => {
    server.stdin?.end();
    await ended;
  };
  const url = `postgres://test@127.0.0.1:${port}`;
  await untilReady(`${url}/postgres`, server).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url, stop };
}

/** A new folder that a server under this account may write to. */
export function ownFolder(account: { readonly uid: number; readonly gid: number } | undefined): string {
  const parent = account ? ([tmpdir(), '/tmp', '/var/tmp'].find(isOpenToAll) ?? tmpdir()) : tmpdir();
  const folder = mkdtempSync(join(parent, 'hello-again-postgres-'));
  if (account) chownSync(folder, account.uid, account.gid);
  return folder;
}

/** Runs until its input ends, which is also when whoever started it was killed; then it leaves nothing behind. */
const script = `
"$1/initdb" -D "$2/data" -U test -A trust -E UTF8 --locale=C --no-sync || exit 1
"$1/postgres" -D "$2/data" -p "$3" -k "$2" -c listen_addresses=127.0.0.1 -c max_connections=300 \\
  -c fsync=off -c synchronous_commit=off -c full_page_writes=off </dev/null &
server=$!
cat >/dev/null
kill -QUIT $server
wait $server
rm -rf "$2"
`;

/** The folder with PostgreSQL's programs, of the newest version there is. */
export function findBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = listed(debian).sort((a, b) => Number(b) - Number(a));
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => isProgram(join(folder, name))));
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether another account may pass to a folder: a temporary one of one's own often lets nobody else in. */
function isOpenToAll(folder: string): boolean {
  try {
    const isOpen = (statSync(folder).mode & 0o001) !== 0;
    return isOpen && (dirname(folder) === folder || isOpenToAll(dirname(folder)));
  } catch {
    return false;
  }
}

/** PostgreSQL refuses to run as root, so there it runs as the account that its package makes. */
export function accountFor(): { readonly uid: number; readonly gid: number } | 'none' | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    return 'none';
  }
}

export async function untilReady(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300 && server.exitCode === null; tries += 1) {
    const client = new pg.Client({ connectionString: url });
    const isThere = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => {});
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('PostgreSQL is installed, and could not be started');
}
