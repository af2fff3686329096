import type { Transaction } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { day } from './limits.ts';

/** How many codes went to this number within a day. A row counts with all of its codes, so sooner too many than too few. */
export async function textsToday(
  transaction: Transaction<Tables>,
  store: string,
  recipient: string,
  now: number,
): Promise<number> {
  const rows = await transaction
    .selectFrom('codes')
    .select('sends')
    .where('recipient', '=', recipient)
    .where('store', '=', store)
    .where('sent_at', '>', new Date(now - day))
    .execute();
  return rows.reduce((sum, { sends }) => sum + sends, 0);
}
