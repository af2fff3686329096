import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { migrate } from './migrations.ts';
import { pglitePool } from './pglitePool.ts';
import type { Tables } from './tables.ts';

/**
 * Where the data lives: a PostgreSQL address, a folder for an embedded database, or memory.
 */
export type DatabaseOptions = { readonly url: string } | { readonly folder: string } | 'memory';

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
  if (options === 'memory') return pglitePool(await PGlite.create());
  if ('url' in options) return new pg.Pool({ connectionString: options.url, max: 10 });
  const folder = join(options.folder, 'database');
  await mkdir(folder, { recursive: true });
  return pglitePool(await PGlite.create(folder));
}
