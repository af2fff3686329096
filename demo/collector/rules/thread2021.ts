import type { CheckoutAction, RuleSet, SubmissionAction } from './actions.ts';
import { entryFor, newProfile, recordConsents, withCurrentNumber, withNote, withTrace } from './edit.ts';
import { type Profile, phoneConsent } from './profile.ts';
import type { ProfileStore } from './store.ts';

/**
 * A platform as the forum thread of 15 November 2021 describes it.
 *
 * 1. Whoever is recognised need not type the email: consent for texts lands on the same profile.
 * 2. A number without an email that is on no profile in the accepted form makes a second profile, even when it stands on
 *    the first one written differently. A later order with both does not merge the two.
 * 3. A different number at checkout replaces the number on file. Without consent for the new one, the consent of the
 *    profile is wiped.
 * 4. So the email is sometimes worth asking for: with it, everything lands on the email's profile.
 */
export const thread2021: RuleSet = {
  submit(store, action) {
    const { email, phone } = action;
    const named = action.profileId === undefined || email !== undefined ? undefined : store.byId(action.profileId);
    const found = named ?? personOf(store, action);
    const profile = found ?? newProfile(action, 'Signed up.');
    const traced = withTrace(profile, action, named !== undefined);
    const noted = found ? withNote(traced, 'Signed up, and was found on file.') : traced;
    const changed = phone === undefined ? noted : withCurrentNumber(noted, phone);
    store.save(changed);
    recordConsents(store, changed, action, { email: 'granted', sms: 'granted' });
    return { kind: 'done', happened: found ? 'linked' : 'created', profileId: changed.id };
  },

  checkout(store, action) {
    const { email, phone } = action;
    if (email === undefined && phone === undefined) return { profileId: null };
    const buyer = withNote(personOf(store, action) ?? newProfile(action, 'Ordered.'), 'Placed an order.');
    const changed = phone === undefined ? buyer : withCurrentNumber(buyer, phone);
    store.save(phone === undefined ? changed : wipeFormerConsents(store, changed, phone, action));
    return { profileId: changed.id };
  },
};

/** By email when there is one, else by the number in the accepted form; never by both. */
function personOf(store: ProfileStore, action: SubmissionAction | CheckoutAction): Profile | undefined {
  const { email, phone } = action;
  if (email !== undefined) return store.byEmail(email);
  return phone === undefined ? undefined : store.byNumber(phone).find((holder) => holdsExactly(holder, phone));
}

/** Whether the number is on file in the accepted form, E.164, and still the current one. */
export function holdsExactly(profile: Profile, number: string): boolean {
  return profile.phones.some((phone) => phone.isCurrent && phone.asWritten === number);
}

/** Drops the consent of every other number, unless the new one has consent of its own; the ledger says so. */
export function wipeFormerConsents(
  store: ProfileStore,
  profile: Profile,
  number: string,
  action: CheckoutAction,
): Profile {
  const ledger = store.ledgerOf(profile);
  if (phoneConsent(ledger, number).state === 'subscribed') return profile;
  const consented = new Set(ledger.filter((entry) => entry.channel === 'sms').map((entry) => entry.to));
  const dropped = [...consented].filter((to) => to !== number && phoneConsent(ledger, to).state === 'subscribed');
  for (const to of dropped) store.append(entryFor(profile, action, { channel: 'sms', to, state: 'lost' }));
  return dropped.length > 0
    ? withNote(profile, 'Another number at checkout: the consent for texts was wiped.')
    : profile;
}
