import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, inject, test } from 'vitest';
import { openDatabase } from '../database.ts';
import type { Tables } from '../tables.ts';
import { newPostgresDatabase } from './newPostgresDatabase.ts';
import { openEmbedded } from './openEmbedded.ts';
import { template } from './postgres.ts';

/**
 * Runs the same tests on the embedded database and on a real PostgreSQL, each with a database of its own. Where no PostgreSQL
 * is installed, one skipped test says so.
 *
 * @param define declares the tests; they get the database once they run
 */
export function onEachDatabase(define: (database: () => Kysely<Tables>) => void): void {
  describe('embedded', () => define(opened(openEmbedded)));
  if (inject('postgres') === '') {
    test.skip('on PostgreSQL: none is installed here');
    return;
  }
  describe('on PostgreSQL', () =>
    define(opened(async () => openDatabase({ url: await newPostgresDatabase(template) }))));
}

function opened(open: () => Promise<Kysely<Tables>>): () => Kysely<Tables> {
  let database: Kysely<Tables> | undefined;
  beforeAll(async () => {
    database = await open();
  }, 30_000);
  afterAll(() => database?.destroy());
  return () => {
    if (!database) throw new Error('the database is open once the tests run');
    return database;
  };
}
