import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { migrate } from './migrations.ts';
import { pglitePool } from './pglitePool.ts';
import type { Tables } from './tables.ts';

/**
 * Where the data lives: a PostgreSQL address, or a folder for an embedded database.
 */
type DatabaseOptions =
  | {
      readonly url: string;
      /** @default 10 */
      readonly connections?: number;
    }
  | { readonly folder: string };

/** Milliseconds that a request waits for a connection, and a statement may take. */
const longestWait = 10_000;

/** Opens the database and brings its tables up to date. The same SQL runs on PostgreSQL and on the embedded one. */
export async function openDatabase(options: DatabaseOptions): Promise<Kysely<Tables>> {
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: await openPool(options) }) });
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

async function openPool(options: DatabaseOptions) {
  if ('url' in options) return serverPool(options.url, options.connections ?? 10);
  // Large, and of no use to whoever has a server.
  const { PGlite } = await import('@electric-sql/pglite');
  const folder = join(options.folder, 'database');
  await mkdir(folder, { recursive: true });
  return pglitePool(await PGlite.create(folder));
}

function serverPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    application_name: 'hello-again',
    connectionTimeoutMillis: longestWait,
    statement_timeout: longestWait,
    idle_in_transaction_session_timeout: longestWait,
  });
  // A connection that ends while nobody uses it, as at a restart of the server, is opened anew when it is needed. Unheard,
  // this event would end the process.
  pool.on('error', () => {});
  // So is one that ends between two statements of a transaction; the next one fails, and is answered for.
  pool.on('connect', (client) => void client.on('error', () => {}));
  // While a table is small, reading all of it is cheapest, and then whoever reads one row clashes with everybody who writes
  // another. By an index one page is read. A database that does not know the setting does without.
  pool.on('connect', (client) => void client.query('set enable_seqscan = off').catch(() => {}));
  return pool;
}
