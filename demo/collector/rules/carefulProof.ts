import type { NumberProof } from './actions.ts';
import { entryFor, join, recordConsents, withCurrentNumber, withNote } from './edit.ts';
import { hasProven, type Profile, phoneConsent } from './profile.ts';
import type { ProfileStore } from './store.ts';

/**
 * What follows under the careful rules from a code that reached its number: the number moves to who has proven it, and the
 * consent that waited is granted. Whoever held it before keeps everything else, and the ledger with it; theirs says that the
 * consent for this number is lost, so that they may be asked for another one. A profile of the number alone is folded in; and who
 * gave a number alone that an email's profile has proven before is that person, so theirs is folded into it.
 *
 * @returns undefined where the profile is gone
 */
export function carefulProof(
  store: ProfileStore,
  proof: NumberProof,
): { readonly happened: 'linked' | 'joined'; readonly profileId: string } | undefined {
  const { phone } = proof;
  const claimed = store.byId(proof.profileId);
  if (!claimed) return undefined;
  const same =
    claimed.email === null ? store.byNumber(phone).find((one) => one.email && hasProven(one, phone)) : undefined;
  const owner = same ? join(store, claimed, same, 'Who proved the same number is the same person.') : claimed;
  let proven = withNote(owner, 'The number was proven by its code.');
  let happened: 'linked' | 'joined' = same ? 'joined' : 'linked';
  for (const holder of store.byNumber(phone)) {
    if (holder.id === proven.id) continue;
    if (holder.email === null) {
      proven = join(store, holder, proven, 'A profile that had only this number was folded in.');
      happened = 'joined';
    } else {
      giveUp(store, holder, proof);
    }
  }
  const current = withCurrentNumber(proven, phone);
  const phones = current.phones.map((one) => (one.number === phone ? { ...one, isProven: true } : one));
  const changed: Profile = { ...current, phones };
  store.save(changed);
  // A code proves the number, and nothing about an email that waits.
  const consents = proof.consents.filter(({ channel }) => channel === 'sms');
  recordConsents(store, changed, { ...proof, consents }, { email: 'pending', sms: 'granted' });
  return { happened, profileId: changed.id };
}

/** The number is somebody else's by now: a consent that went with it must not be texted any more. */
function giveUp(store: ProfileStore, holder: Profile, proof: NumberProof): void {
  const { phone } = proof;
  const phones = holder.phones.filter(({ number }) => number !== phone);
  store.save({ ...withNote(holder, 'Somebody else proved the number to be theirs, so it is gone from here.'), phones });
  if (phoneConsent(store.ledgerOf(holder), phone).state !== 'subscribed') return;
  store.append(entryFor(holder, proof, { channel: 'sms', to: phone, state: 'lost' }));
}
