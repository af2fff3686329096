import { type Selectable, type SqlBool, sql, type Transaction } from 'kysely';
import { emailKey } from '../rules/profile.ts';
import type { Tables } from '../store/tables.ts';

export type Entry = Selectable<Tables['consents']>;

/** The ledger of some owners, the oldest entry first, with what was withdrawn of their numbers and addresses anywhere. */
export async function entriesOf(
  transaction: Transaction<Tables>,
  store: string,
  owners: readonly string[],
  recipients: readonly string[],
): Promise<readonly Entry[]> {
  const keys = recipients.map(emailKey);
  return transaction
    .selectFrom('consents')
    .selectAll()
    .where('store', '=', store)
    .where((where) =>
      where.or([
        ...(owners.length > 0 ? [where('profile_id', 'in', owners)] : []),
        ...(keys.length > 0
          ? [where.and([where('state', '=', 'withdrawn'), where(sql<string>`lower(recipient)`, 'in', keys)])]
          : []),
        sql<SqlBool>`false`,
      ]),
    )
    .orderBy('at')
    .orderBy('id')
    .execute();
}
