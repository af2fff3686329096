import type { Transaction } from 'kysely';
import { entryFor } from '../../platform/edit.ts';
import { emailConsent, phoneConsent } from '../../platform/profile.ts';
import type { ShownOf } from '../../store/ledger/shown.ts';
import { loadProfiles } from '../../store/loadProfiles.ts';
import type { RecordingStore } from '../../store/recordingStore.ts';
import type { Tables } from '../../store/tables.ts';
import type { Dependencies } from '../dependencies.ts';
import { shownAs } from './shownAs.ts';

/** Withdraws what these profiles have granted; to be saved. */
export async function withdrawAll(
  { circumstances }: Pick<Dependencies, 'circumstances'>,
  transaction: Transaction<Tables>,
  store: string,
  ids: readonly string[],
): Promise<readonly [RecordingStore, ShownOf]> {
  const now = circumstances();
  const profiles = await loadProfiles(transaction, store, { ids });
  for (const profile of profiles.all()) {
    const ledger = profiles.ledgerOf(profile);
    const said = new Map(ledger.map((entry) => [`${entry.channel} ${entry.to}`, entry]));
    for (const { channel, to } of said.values()) {
      const { state } = channel === 'sms' ? phoneConsent(ledger, to) : { state: emailConsent(ledger, to) };
      if (state === 'subscribed') profiles.append(entryFor(profile, now, { channel, to, state: 'withdrawn' }));
    }
  }
  return [profiles, shownAs('erasure', now.now)];
}
