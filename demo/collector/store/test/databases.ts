import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../database.ts';
import { migrate } from '../migrations.ts';
import { pglitePool } from '../pglitePool.ts';
import type { Tables } from '../tables.ts';
import { startPostgres, template } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A real PostgreSQL without its database's name; empty where none is installed. */
    postgres: string;
    /** The file of an embedded database without rows, its tables up to date. */
    embedded: string;
  }
}

/**
 * Makes what each test gets a copy of. To make a database anew takes an embedded one seconds, and there are dozens of tests.
 */
export default async function makeDatabases(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'hello-again-embedded-'));
  const file = join(folder, 'database.tar');
  project.provide('embedded', file);
  const [stop] = await Promise.all([makeOnServer(project), makeEmbedded(file)]);
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    await stop();
  };
}

async function makeOnServer(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide('postgres', server?.url ?? '');
  if (!server) return async () => {};
  const client = new pg.Client({ connectionString: `${server.url}/postgres` });
  await client.connect();
  await client.query(`create database ${template}`);
  await client.end();
  await (await openDatabase({ url: `${server.url}/${template}` })).destroy();
  return server.stop;
}

async function makeEmbedded(file: string): Promise<void> {
  const engine = await PGlite.create();
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pglitePool(engine) }) });
  await migrate(database);
  await writeFile(file, Buffer.from(await (await engine.dumpDataDir('none')).arrayBuffer()));
  await database.destroy();
}
