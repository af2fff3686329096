import type { CheckoutAction, CheckoutResult } from './actions.ts';
import { newProfile, withNote, withTypedNumber } from './edit.ts';
import { currentPhone, hasProven, type Profile } from './profile.ts';
import type { ProfileStore } from './store.ts';

/**
 * An order under the careful rules: it may add as a submission may, and gives no consent. What a buyer types is proven by nobody, so
 * it joins no profiles, and takes no number away that somebody has proven.
 */
export function carefulCheckout(store: ProfileStore, action: CheckoutAction): CheckoutResult {
  const { email, phone } = action;
  if (email === undefined) return { profileId: phone === undefined ? null : orderByNumber(store, action, phone) };
  const buyer = store.byEmail(email) ?? newProfile(action, 'Ordered with the email typed.');
  const isSomebodyElses =
    phone !== undefined && store.byNumber(phone).some((holder) => holder.id !== buyer.id && hasProven(holder, phone));
  store.save(
    withNote(
      isSomebodyElses ? buyer : withPhone(buyer, phone),
      isSomebodyElses
        ? 'Placed an order with a number that somebody else has proven, which stays where it is.'
        : 'Placed an order.',
    ),
  );
  return { profileId: buyer.id };
}

/** A profile that is known by this number alone, or a new one: whose email it is beside, nobody has proven. */
function orderByNumber(store: ProfileStore, action: CheckoutAction, phone: string): string {
  const known = store.byNumber(phone).find((holder) => holder.email === null);
  const buyer = known ?? withPhone(newProfile(action, 'Ordered with a number alone.'), phone);
  store.save(withNote(buyer, 'Placed an order.'));
  return buyer.id;
}

/** The same number, however written, changes nothing. */
function withPhone(profile: Profile, phone: string | undefined): Profile {
  return phone === undefined || currentPhone(profile)?.number === phone ? profile : withTypedNumber(profile, phone);
}
