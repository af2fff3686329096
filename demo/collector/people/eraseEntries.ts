import type { Transaction } from 'kysely';
import type { Dependencies } from '../dependencies.ts';
import { unlockLedger } from '../store/ledger/unlockLedger.ts';
import type { Tables } from '../store/tables.ts';

/** Puts keyed hashes in the place of numbers and addresses. Answers how many entries these owners have. */
export async function eraseEntries(
  { recipientHash }: Pick<Dependencies, 'recipientHash'>,
  transaction: Transaction<Tables>,
  owners: readonly string[],
): Promise<number> {
  if (owners.length === 0) return 0;
  const rows = await transaction
    .selectFrom('consents')
    .select(['recipient', 'salt'])
    .where('profile_id', 'in', owners)
    .execute();
  await unlockLedger(transaction, 'erase');
  for (const recipient of new Set(rows.filter(({ salt }) => salt !== null).map((row) => row.recipient))) {
    const isHash = recipient.startsWith('hmac-sha256:');
    await transaction
      .updateTable('consents')
      .set({ recipient: isHash ? recipient : recipientHash(recipient), salt: null, page: null })
      .where('profile_id', 'in', owners)
      .where('recipient', '=', recipient)
      .execute();
  }
  return rows.length;
}
