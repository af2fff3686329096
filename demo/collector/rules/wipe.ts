import type { CheckoutAction } from './actions.ts';
import { entryFor, withNote } from './edit.ts';
import { type Profile, phoneConsent } from './profile.ts';
import type { ProfileStore } from './store.ts';

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
