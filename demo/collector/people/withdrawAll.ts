import type { Transaction } from 'kysely';
import type { Dependencies } from '../dependencies.ts';
import { entryFor } from '../rules/edit.ts';
import { emailKey, type LedgerEntry } from '../rules/profile.ts';
import type { ShownOf } from '../store/ledger/shown.ts';
import { loadProfiles } from '../store/loadProfiles.ts';
import type { RecordingStore } from '../store/recordingStore.ts';
import type { Tables } from '../store/tables.ts';
import { entryOfNobody } from './entryOfNobody.ts';
import type { HeldConsent } from './grantedIn.ts';
import { shownAs } from './shownAs.ts';

/** Withdraws what these profiles have granted, and what is held or waits for a code and would be granted; to be saved. */
export async function withdrawAll(
  { circumstances, recipientHash }: Pick<Dependencies, 'circumstances' | 'recipientHash'>,
  transaction: Transaction<Tables>,
  store: string,
  { ids, held }: { readonly ids: readonly string[]; readonly held: readonly HeldConsent[] },
): Promise<readonly [RecordingStore, ShownOf]> {
  const now = circumstances();
  const profiles = await loadProfiles(transaction, store, { ids });
  const keyOf = ({ channel, to }: Pick<LedgerEntry, 'channel' | 'to'>) => `${channel} ${emailKey(to)}`;
  const done = new Set<string>();
  for (const profile of profiles.all()) {
    const said = new Map<string, LedgerEntry>();
    for (const entry of profiles.ledgerOf(profile)) if (entry.state !== 'refused') said.set(keyOf(entry), entry);
    for (const [key, { channel, to, state }] of said) {
      if (state !== 'granted' && state !== 'pending') continue;
      profiles.append(entryFor(profile, now, { channel, to, state: 'withdrawn' }));
      done.add(key);
    }
  }
  for (const one of held) {
    if (done.has(keyOf(one))) continue;
    profiles.append(entryOfNobody(now, recipientHash, { ...one, at: now.now }));
    done.add(keyOf(one));
  }
  return [profiles, shownAs('erasure', now.now)];
}
