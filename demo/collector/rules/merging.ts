import type { CheckoutAction, RuleSet, SubmissionAction } from './actions.ts';
import { join, newProfile, recordConsents, withCurrentNumber, withNote, withTrace } from './edit.ts';
import type { Profile } from './profile.ts';
import type { ProfileStore } from './store.ts';
import { holdsExactly, wipeFormerConsents } from './thread2021.ts';

/**
 * A platform that joins profiles when one action carries both identifiers, as several do today. A number that belongs to
 * another email moves to the email of the action: the last one to name it has it. A different number at checkout wipes
 * the consent as in the thread, unless there is consent for the new one.
 */
export const merging: RuleSet = {
  submit(store, action) {
    const { email, phone } = action;
    const named = action.profileId === undefined ? undefined : store.byId(action.profileId);
    const holder = holderOf(store, phone);
    const owner = email === undefined ? named : (store.byEmail(email) ?? emailless(named));
    const known = owner ?? (email === undefined ? holder : emailless(holder));
    const base = known ?? newProfile(action, 'Signed up.');
    const isNamed = named !== undefined && named.id === base.id;
    const merged = gather(store, withTrace(base, action, isNamed), action, [holder, emailless(named)]);
    recordConsents(store, merged.profile, action, { email: 'granted', sms: 'granted' });
    const happened = merged.isJoined ? 'joined' : known ? 'linked' : 'created';
    return { kind: 'done', happened, profileId: merged.profile.id };
  },

  checkout(store, action) {
    const { email, phone } = action;
    if (email === undefined && phone === undefined) return { profileId: null };
    const holder = holderOf(store, phone);
    const owner = email === undefined ? holder : (store.byEmail(email) ?? emailless(holder));
    const { profile } = gather(store, owner ?? newProfile(action, 'Ordered.'), action, [holder]);
    const noted = withNote(profile, 'Placed an order.');
    store.save(phone === undefined ? noted : wipeFormerConsents(store, noted, phone, action));
    return { profileId: profile.id };
  },
};

function holderOf(store: ProfileStore, phone: string | undefined): Profile | undefined {
  return phone === undefined ? undefined : store.byNumber(phone).find((profile) => holdsExactly(profile, phone));
}

function emailless(profile: Profile | undefined): Profile | undefined {
  return profile?.email === null ? profile : undefined;
}

/** Brings what an action named into one profile and gives it the action's email and number; saved. */
function gather(
  store: ProfileStore,
  base: Profile,
  action: SubmissionAction | CheckoutAction,
  named: readonly (Profile | undefined)[],
): { readonly profile: Profile; readonly isJoined: boolean } {
  let profile: Profile = { ...base, email: base.email ?? action.email ?? null };
  let isJoined = false;
  for (const other of new Map(named.flatMap((p) => (p ? [[p.id, p] as const] : []))).values()) {
    if (other.id === profile.id) continue;
    if (other.email === null) {
      profile = join(store, other, profile, 'One action carried both identifiers: two profiles became one.');
      isJoined = true;
    } else store.save(withoutNumber(other, action.phone));
  }
  if (action.phone !== undefined) profile = withCurrentNumber(profile, action.phone);
  store.save(profile);
  return { profile, isJoined };
}

function withoutNumber(profile: Profile, number: string | undefined): Profile {
  const kept = profile.phones.filter((phone) => phone.number !== number);
  return withNote({ ...profile, phones: kept }, 'The number went to another profile, which named it last.');
}
