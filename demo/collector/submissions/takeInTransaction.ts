import { sql, type Transaction } from 'kysely';
import { issueCode } from '../codes/issueCode.ts';
import type { Dependencies } from '../dependencies.ts';
import { contactKeysOf } from '../store/contactKeysOf.ts';
import { entriesFor } from '../store/ledger/withoutWithdrawn.ts';
import { rulesOf } from '../store/loadProfiles.ts';
import { lockProfiles } from '../store/locks.ts';
import type { RecordingStore } from '../store/recordingStore.ts';
import { saveProfiles } from '../store/saveProfiles.ts';
import type { Tables } from '../store/tables.ts';
import { type Arrival, decide, type Taken } from './decide.ts';
import { locksOf } from './locksOf.ts';
import { storedReceipt } from './storedReceipt.ts';

/** Takes a submission in one transaction, table by table, whatever comes of it. */
export async function takeInTransaction(deps: Dependencies, arrival: Arrival, hash: string): Promise<Taken> {
  const { submission, circumstances, isHeld, isReleased, keys } = arrival;
  const { store, id } = submission;
  return deps.database
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (transaction) => {
      const profiles = await lockProfiles(transaction, store, keys, locksOf(arrival));
      const stored = await storedReceipt(deps, transaction, submission, { hash, isReleased });
      if (stored) return { receipt: stored };
      const heldAt = isReleased ? await takeOut(transaction, store, id) : undefined;
      const receivedAt = heldAt ?? circumstances.now;
      const onFile = {
        profiles,
        entries: await entriesFor(transaction, submission, deps.recipientHash),
        rules: await rulesOf(transaction, store),
        thanked: arrival.asksCoupon ? await thankedOf(transaction, store, profiles) : new Set<string>(),
      };
      const decision = decide(deps, arrival, onFile, receivedAt);
      const { changes, shownOf, outcome, identity: key, happened, profileId } = decision;
      if (changes) await saveProfiles(transaction, store, changes, shownOf);
      const about = { outcome, key, now: circumstances.now, isHeld };
      const text = decision.isAwaited ? await issueCode(deps, transaction, submission, about) : undefined;
      const receipt = decision.receipt(text !== undefined);
      await transaction
        .insertInto('submissions')
        .values({
          ...{ store, id, row_id: circumstances.newId(), received_at: new Date(receivedAt) },
          ...{ happened, profile_id: profileId, receipt: JSON.stringify(receipt) },
          body: JSON.stringify(submission),
          body_hash: hash,
          contact_keys: isHeld ? JSON.stringify(contactKeysOf(submission)) : null,
        })
        .execute();
      return { receipt, ...(text && !isHeld ? { text } : {}) };
    });
}

/** Answers when it came in. */
async function takeOut(transaction: Transaction<Tables>, store: string, id: string): Promise<number | undefined> {
  const row = await transaction
    .deleteFrom('submissions')
    .where('id', '=', id)
    .where('store', '=', store)
    .where('happened', '=', 'held')
    .returning('received_at')
    .executeTakeFirst();
  await transaction.deleteFrom('codes').where('id', '=', id).where('store', '=', store).execute();
  return row?.received_at.getTime();
}

/** Which of these profiles an earlier sign-up was thanked with a coupon for. */
async function thankedOf(
  transaction: Transaction<Tables>,
  store: string,
  profiles: RecordingStore,
): Promise<ReadonlySet<string>> {
  const owners = profiles.all().flatMap(({ id, absorbed }) => [id, ...absorbed]);
  if (owners.length === 0) return new Set();
  const rows = await transaction
    .selectFrom('submissions')
    .select('profile_id')
    .distinct()
    .where('profile_id', 'in', owners)
    .where('store', '=', store)
    .where(sql<boolean>`receipt -> 'coupon' is not null`)
    .execute();
  return new Set(rows.flatMap(({ profile_id }) => profile_id ?? []));
}
