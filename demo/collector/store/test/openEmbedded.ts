import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import { inject } from 'vitest';
import { pglitePool } from '../pglitePool.ts';
import type { Tables } from '../tables.ts';

/** An embedded database of one test's own, in memory and without rows. */
export async function openEmbedded(): Promise<Kysely<Tables>> {
  const engine = await PGlite.create({ loadDataDir: new Blob([await readFile(inject('embedded'))]) });
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pglitePool(engine) }) });
}
