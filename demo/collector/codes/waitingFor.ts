import type { Transaction } from 'kysely';
import type { Tables } from '../store/tables.ts';

/** Whose code is asked for. */
export interface CodeOf {
  /** Of the submission. */
  readonly id: string;
  /** Where the sender named none, the id has to be of one store alone. */
  readonly store: string | undefined;
}

/** The code of a submission and the submission itself; undefined where nothing waits, or the person was erased since. */
export async function waitingFor(transaction: Transaction<Tables>, { id, store }: CodeOf) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return undefined;
  let query = transaction
    .selectFrom('codes')
    .innerJoin('submissions', (join) =>
      join.onRef('submissions.id', '=', 'codes.id').onRef('submissions.store', '=', 'codes.store'),
    )
    .selectAll('codes')
    .select(['submissions.body', 'submissions.profile_id', 'submissions.receipt', 'submissions.received_at'])
    .where('codes.id', '=', id);
  if (store !== undefined) query = query.where('codes.store', '=', store);
  const [row, another] = await query.limit(2).execute();
  const phone = row?.body.contact.phone;
  if (!row || another || phone === undefined || row.profile_id === null) return undefined;
  return { ...row, profile_id: row.profile_id, phone };
}
