import type { Transaction } from 'kysely';
import type { Tables } from '../store/tables.ts';

/** The ids that the ledger and the submissions of these profiles stand under: theirs, and those of what was folded in. */
export async function ownersOf(transaction: Transaction<Tables>, ids: readonly string[]): Promise<string[]> {
  const folded = ids.length === 0 ? [] : await foldedInto(transaction, ids);
  return [...ids, ...folded.map(({ id }) => id)];
}

function foldedInto(transaction: Transaction<Tables>, ids: readonly string[]) {
  return transaction.selectFrom('profiles').select('id').where('folded_into', 'in', ids).execute();
}
