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

/** The columns of a profile that change; the lists as they are. */
export function profileRow({ name, email, issuers, linkUses, history }: Profile) {
  return { name, email, email_key: email === null ? null : contactKey(email), issuers, link_uses: linkUses, history };
}

/** The rows of a profile's numbers, without its store. */
export function phoneRows({ id, phones }: Profile) {
  return phones.map((phone, position) => ({
    profile_id: id,
    position,
    number: phone.number,
    as_written: phone.asWritten,
    is_current: phone.isCurrent,
    is_proven: phone.isProven,
  }));
}

async function saveProfile(
  transaction: Transaction<Tables>,
  store: string,
  profile: Profile,
  onFile: ReadonlySet<string>,
): Promise<void> {
  const { id, phones } = profile;
  const { issuers, link_uses, history, ...plain } = profileRow(profile);
  const columns = {
    ...plain,
    issuers: JSON.stringify(issuers),
    link_uses: JSON.stringify(link_uses),
    history: JSON.stringify(history),
  };
  await transaction
    .insertInto('profiles')
    .values({ id, store, folded_into: null, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
  if (onFile.has(id)) await transaction.deleteFrom('phones').where('profile_id', '=', id).execute();
  if (phones.length === 0) return;
  await transaction
    .insertInto('phones')
    .values(phoneRows(profile).map((row) => ({ ...row, store })))
    .execute();
}
