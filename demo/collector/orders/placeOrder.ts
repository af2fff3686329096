import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { isName } from '../../../widget/relay/index.ts';
import type { Dependencies, Policy } from '../dependencies.ts';
import { rulesOf } from '../store/loadProfiles.ts';
import { inTransaction, lockProfiles } from '../store/locks.ts';
import { saveProfiles } from '../store/saveProfiles.ts';
import type { ShopOrder } from './readOrder.ts';

/**
 * A number in E.164, when what was written can be one.
 *
 * @param country where a number without a calling code belongs; one that nobody knows is the shop's
 */
export function e164Of(
  written: string | undefined,
  country: string | undefined,
  { country: shops }: Pick<Policy, 'country'>,
): string | undefined {
  const home = [country, shops].find((code) => code !== undefined && isSupportedCountry(code)) as
    | CountryCode
    | undefined;
  const parsed = written === undefined ? undefined : parsePhoneNumberFromString(written.trim(), home);
  return parsed?.isPossible() ? parsed.number : undefined;
}

/**
 * Tells the platform of an order, once: the same id again changes nothing, nor does the same body, for whatever store and shape.
 *
 * @param bodyHash a keyed hash of what was posted
 */
export async function placeOrder(
  deps: Dependencies,
  store: string,
  order: ShopOrder,
  bodyHash: string | null = null,
): Promise<void> {
  await deps.stores.touch(store);
  const circumstances = deps.circumstances();
  const email = order.email?.trim();
  const phone = e164Of(order.phone, order.country, deps.policy);
  const { id } = order;
  const known = {
    ...(email !== undefined && /^[^@\s]+@[^@\s]+$/.test(email) ? { email } : {}),
    ...(phone === undefined ? {} : { phone }),
    ...(order.name && isName(order.name) ? { name: order.name } : {}),
  };
  // The same order, or the same body for another store, waits for this one.
  const locks = [`order ${store} ${id}`, ...(bodyHash === null ? [] : [`order body ${bodyHash}`])];
  const keys = { email: known.email, number: known.phone };
  await inTransaction(deps.database, async (transaction) => {
    const profiles = await lockProfiles(transaction, store, keys, locks);
    const before = transaction.selectFrom('orders').select('id');
    if (await before.where('store', '=', store).where('id', '=', id).executeTakeFirst()) return;
    if (bodyHash !== null && (await before.where('body_hash', '=', bodyHash).executeTakeFirst())) return;
    const rules = await rulesOf(transaction, store);
    const { profileId } = rules.checkout(profiles, { ...circumstances, ...known });
    await saveProfiles(transaction, store, profiles);
    await transaction
      .insertInto('orders')
      .values({ store, id, received_at: new Date(circumstances.now), profile_id: profileId, body_hash: bodyHash })
      .execute();
  });
}
