import type { Kysely } from 'kysely';
import type { Dependencies } from '../dependencies.ts';
import { invalid } from '../http/problem.ts';
import type { Tables } from './tables.ts';

/**
 * The stores that this collector is for, with the careful rules and nobody on file. Any other name is refused: whoever posts
 * could fill a database with stores otherwise.
 */
export async function declaredStores(
  database: Kysely<Tables>,
  names: readonly string[],
): Promise<Dependencies['stores']> {
  await database
    .insertInto('stores')
    .values(names.map((name) => ({ name, rules: 'careful' as const })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return {
    async touch(name) {
      if (!names.includes(name)) throw invalid(422, [{ field: 'store', code: 'store.unknown' }]);
    },
  };
}
