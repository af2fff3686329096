import { sql, type Transaction } from 'kysely';
import type { Dependencies } from '../dependencies.ts';
import type { Tables } from '../store/tables.ts';
import type { Who } from './who.ts';

/** The former ids of those who were erased and had this number or address: their ledger still stands under them. */
export async function erasedOwners(
  { recipientHash }: Pick<Dependencies, 'recipientHash'>,
  transaction: Transaction<Tables>,
  { store, channel, recipient }: Who,
): Promise<string[]> {
  const rows = await transaction
    .selectFrom('consents')
    .select('profile_id')
    .distinct()
    .where(sql`lower(recipient)`, '=', recipientHash(recipient))
    .where('store', '=', store)
    .where('channel', '=', channel)
    .execute();
  return rows.map((row) => row.profile_id);
}
