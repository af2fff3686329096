import type { Transaction } from 'kysely';
import { ledgerKeysOf, type RecipientHash } from '../store/secrets.ts';
import type { Tables } from '../store/tables.ts';
import type { ExportedWithdrawal } from './record.ts';

/** The numbered withdrawals of some numbers and addresses, erased or not: what the ledger must have an entry for. */
export async function withdrawalsOf(
  transaction: Transaction<Tables>,
  recipientHash: RecipientHash,
  { store, recipients }: { readonly store: string; readonly recipients: readonly string[] },
): Promise<readonly ExportedWithdrawal[]> {
  const keys = recipients.flatMap((one) => ledgerKeysOf(one, recipientHash));
  if (keys.length === 0) return [];
  const rows = await transaction
    .selectFrom('withdrawals')
    .selectAll()
    .where('recipient', 'in', [...new Set(keys)])
    .where('store', '=', store)
    .orderBy('chain')
    .orderBy('number')
    .execute();
  return rows.map(({ chain, number, channel, entry_id, entry_hash, chain_hash }) => ({
    chain,
    number,
    channel,
    entryId: entry_id,
    entryHash: entry_hash,
    chainHash: chain_hash,
  }));
}
