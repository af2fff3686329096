import { sql, type Transaction } from 'kysely';
import type { Profile } from '../rules/profile.ts';
import type { Tables } from '../store/tables.ts';

/** Whether an earlier sign-up of this profile was thanked with a coupon. */
export async function hadCoupon(
  transaction: Transaction<Tables>,
  store: string,
  { id, absorbed }: Pick<Profile, 'id' | 'absorbed'>,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('submissions')
    .select('id')
    .where('profile_id', 'in', [id, ...absorbed])
    .where('store', '=', store)
    .where(sql<boolean>`receipt -> 'coupon' is not null`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
