import type { NumberProof } from './actions.ts';
import { entryFor, join, recordConsents, withCurrentNumber, withNote } from './edit.ts';
import { type Profile, phoneConsent } from './profile.ts';
import type { ProfileStore } from './store.ts';

/**
 * What follows under the careful rules from a code that reached its number: the number moves to who has proven it, and the
 * consent that waited is granted. Whoever held it before keeps everything else, and the ledger with it; theirs says that the
 * consent for this number is lost, so that they may be asked for another one. A profile of the number alone is folded in.
 *
 * @returns undefined where the profile is gone
 */
export function carefulProof(
  store: ProfileStore,
  proof: NumberProof,
): { readonly happened: 'linked' | 'joined'; readonly profileId: string } | undefined {
  const { phone } = proof;
  const owner = store.byId(proof.profileId);
  if (!owner) return undefined;
  let proven = withNote(owner, 'The number was proven by its code.');
  let happened: 'linked' | 'joined' = 'linked';
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
  recordConsents(store, changed, proof, { sms: 'granted' });
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
