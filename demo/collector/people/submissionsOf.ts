import type { Selectable, Transaction } from 'kysely';
import type { Tables } from '../store/tables.ts';

export type SubmissionRow = Omit<Selectable<Tables['submissions']>, 'store' | 'row_id'>;

/** The submissions of some owners, in the order they came, without what is held. */
export async function submissionsOf(
  transaction: Transaction<Tables>,
  store: string,
  owners: readonly string[],
): Promise<readonly SubmissionRow[]> {
  if (owners.length === 0) return [];
  return transaction
    .selectFrom('submissions')
    .select(['id', 'received_at', 'happened', 'profile_id', 'body', 'receipt'])
    .where('store', '=', store)
    .where('profile_id', 'in', owners)
    .where('happened', '!=', 'held')
    .orderBy('row_id')
    .execute();
}
