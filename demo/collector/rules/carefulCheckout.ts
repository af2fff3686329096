import type { CheckoutAction, CheckoutResult } from './actions.ts';
import { join, newProfile, withCurrentNumber, withNote } from './edit.ts';
import { currentPhone, type Profile } from './profile.ts';
import type { ProfileStore } from './store.ts';

/**
 * An order under the careful rules: it may add and join as a submission may, and gives no consent. Another number becomes
 * the current one without consent of its own; the former keeps its record, so that nothing has to be regained.
 */
export function carefulCheckout(store: ProfileStore, action: CheckoutAction): CheckoutResult {
  const { email, phone } = action;
  if (email === undefined && phone === undefined) return { profileId: null };
  const owner = email === undefined ? undefined : store.byEmail(email);
  const holders = phone === undefined ? [] : store.byNumber(phone);
  const strangers = holders.filter((holder) => holder.id !== owner?.id);
  if (email === undefined) {
    const buyer = strangers[0] ?? withPhone(newProfile(action, 'Ordered with a number alone.'), phone);
    store.save(withNote(buyer, 'Placed an order.'));
    return { profileId: buyer.id };
  }
  const isSomebodyElses = strangers.some((holder) => holder.email !== null);
  const phoneOnly = isSomebodyElses ? [] : strangers;
  const [first, ...rest] = owner ? [owner, ...phoneOnly] : phoneOnly;
  const base: Profile = first
    ? { ...first, email: first.email ?? email }
    : newProfile(action, 'Ordered with the email typed.');
  const joined = rest.reduce(
    (into, from) => join(store, from, into, 'An order carried the email and the number.'),
    base,
  );
  const buyer = isSomebodyElses
    ? withNote(joined, 'Placed an order with a number of somebody else, which stays where it is.')
    : withNote(withPhone(joined, phone), 'Placed an order.');
  store.save(buyer);
  return { profileId: buyer.id };
}

/** The same number, however written, changes nothing. */
function withPhone(profile: Profile, phone: string | undefined): Profile {
  return phone === undefined || currentPhone(profile)?.number === phone ? profile : withCurrentNumber(profile, phone);
}
