import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** A secret of this installation, made at its first start and kept. Whoever comes second takes what the first one made. */
export async function keptSecret(database: Kysely<Tables>, name: string, make: () => string): Promise<string> {
  await database
    .insertInto('installation')
    .values({ name, value: make() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await database
    .selectFrom('installation')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return row.value;
}
