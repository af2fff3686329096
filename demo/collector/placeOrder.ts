import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { ruleSets } from '../platform/rules.ts';
import type { Order } from '../platform/types.ts';
import { loadProfiles } from '../store/loadProfiles.ts';
import { saveProfiles } from '../store/saveProfiles.ts';
import { serializable } from '../store/serializable.ts';
import type { Dependencies } from './dependencies.ts';

/** Where the shop is: what a number without a country code belongs to. */
const homeCountry = 'GB';

/** A number in E.164, when what was written can be one. */
export function e164Of(written: string | undefined): string | undefined {
  const parsed = written === undefined ? undefined : parsePhoneNumberFromString(written.trim(), homeCountry);
  return parsed?.isPossible() ? parsed.number : undefined;
}

/** Tells the platform of an order, once: the same id again changes nothing. */
export async function placeOrder(deps: Dependencies, store: string, id: string, order: Order): Promise<void> {
  await deps.stores.touch(store);
  const circumstances = deps.circumstances();
  const email = order.email?.trim();
  const phone = e164Of(order.phone);
  const known = {
    ...(email !== undefined && /^[^@\s]+@[^@\s]+$/.test(email) ? { email } : {}),
    ...(phone === undefined ? {} : { phone }),
    ...(order.name ? { name: order.name } : {}),
  };
  await serializable(deps.database, async (transaction) => {
    const before = transaction.selectFrom('orders').select('id').where('store', '=', store).where('id', '=', id);
    if (await before.executeTakeFirst()) return;
    const profiles = await loadProfiles(transaction, store, { email: known.email, number: known.phone });
    const ruleOf = transaction.selectFrom('stores').select('rules').where('name', '=', store);
    const { rules } = await ruleOf.executeTakeFirstOrThrow();
    const { profileId } = ruleSets[rules].checkout(profiles, { ...circumstances, ...known });
    await saveProfiles(transaction, store, profiles);
    await transaction
      .insertInto('orders')
      .values({ store, id, received_at: new Date(circumstances.now), profile_id: profileId })
      .execute();
  });
}
