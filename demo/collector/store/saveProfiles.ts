import type { Transaction } from 'kysely';
import { contactKey } from '../../../widget/relay/index.ts';
import type { Profile } from '../rules/profile.ts';
import { nothingShown, type ShownOf } from './ledger/evidence.ts';
import { sealEntry } from './ledger/sealEntry.ts';
import type { RecordingStore } from './recordingStore.ts';
import type { Tables } from './tables.ts';

/**
 * Writes what an action did.
 *
 * @param shownOf what stands behind a ledger entry that the action made
 */
export async function saveProfiles(
  transaction: Transaction<Tables>,
  store: string,
  changes: RecordingStore,
  shownOf: ShownOf = () => nothingShown,
): Promise<void> {
  for (const [from, into] of changes.folded) {
    await transaction
      .updateTable('profiles')
      .set({ folded_into: into })
      .where((where) => where.or([where('id', '=', from), where('folded_into', '=', from)]))
      .execute();
    await transaction.deleteFrom('phones').where('profile_id', '=', from).execute();
  }
  for (const profile of changes.saved.values()) await saveProfile(transaction, store, profile, changes.onFile);
  if (changes.appended.length === 0) return;
  await transaction
    .insertInto('consents')
    .values(changes.appended.map((entry) => sealEntry(store, entry, shownOf(entry))))
    .execute();
}

async function saveProfile(
  transaction: Transaction<Tables>,
  store: string,
  profile: Profile,
  onFile: ReadonlySet<string>,
): Promise<void> {
  const { id, name, email, phones } = profile;
  const columns = {
    name,
    email,
    email_key: email === null ? null : contactKey(email),
    issuers: JSON.stringify(profile.issuers),
    link_uses: JSON.stringify(profile.linkUses),
    history: JSON.stringify(profile.history),
  };
  await transaction
    .insertInto('profiles')
    .values({ id, store, folded_into: null, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
  // To look for rows of a new profile would be one more thing to clash over with everybody else who adds one.
  if (onFile.has(id)) await transaction.deleteFrom('phones').where('profile_id', '=', id).execute();
  if (phones.length === 0) return;
  await transaction
    .insertInto('phones')
    .values(
      phones.map((phone, position) => ({
        profile_id: id,
        position,
        store,
        number: phone.number,
        as_written: phone.asWritten,
        is_current: phone.isCurrent,
        is_proven: phone.isProven,
      })),
    )
    .execute();
}
