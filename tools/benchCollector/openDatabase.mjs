import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { runnerImport } from 'vite';
import { root } from '../../scripts/root.mjs';

/** @param {string} path */
async function moduleOf(path) {
  const { module } = await runnerImport(join(root, 'demo/collector/store', path), {
    configFile: false,
    logLevel: 'error',
  });
  return /** @type {any} */ (module);
}
const { migrate } = await moduleOf('migrations.ts');
const { pglitePool } = await moduleOf('pglitePool.ts');

/** As many as the collector has. */
const most = 10;

/**
 * The collector's database, through pools like the collector's, with its tables up to date.
 *
 * @param {{ url: string } | { folder: string }} where
 * @returns {Promise<Kysely<any>>}
 */
export async function openDatabase(where) {
  const pool =
    'url' in where
      ? new pg.Pool({ connectionString: where.url, max: most })
      : pglitePool(await PGlite.create(join(where.folder, 'database')));
  /** @type {Kysely<any>} */
  const database = new Kysely({ dialect: new PostgresDialect({ pool }) });
  await migrate(database);
  return database;
}
