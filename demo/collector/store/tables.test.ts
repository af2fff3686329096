import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openEmbedded } from './test/openEmbedded.ts';

/** Of the whole installation, or of nobody. */
const shared = ['consent_erasures', 'installation', 'kysely_migration', 'kysely_migration_lock', 'readiness', 'stores'];

test('a table does not say whose store its rows are, so a store could not be put on a database of its own', async () => {
  const database = await openEmbedded();
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables as known
    where table_schema = current_schema() and not exists (select from information_schema.columns as one
      where one.table_name = known.table_name and column_name = 'store') order by 1`.execute(database);
  expect(rows.map(({ name }) => name)).toEqual(shared);
  await database.destroy();
});
