import { type Kysely, sql, type Transaction } from 'kysely';
import { contactKey } from '../../../widget/relay/index.ts';
import { isUuid, type Keys, loadProfiles } from './loadProfiles.ts';
import type { RecordingStore } from './recordingStore.ts';
import { retrying } from './retrying.ts';
import type { Tables } from './tables.ts';

/**
 * What keeps two processes from changing the same person at once. Whoever changes a person's rows first locks the store, shared
 * with all who do the same, and then that person: each contact by its key, and each profile by its id. What is read after that stays
 * so until the end of the transaction, for in `read committed` a statement sees all that was committed before it. Whoever looks
 * for rows that no key names, as a stop and an erasure do, locks the whole store.
 */

/** The lock of a contact, in whatever writing. */
export function contactLock(store: string, contact: string): string {
  return `contact ${store} ${contactKey(contact)}`;
}

/** The lock of a submission's code; of any store, for who asks may not name it. */
export const codeLock = (id: string) => `code ${id.toLowerCase()}`;
/** The lock of all that texts are counted by. */
export const textsLock = 'texts';

/** Runs work that has the store to itself: no sign-up, order or code of it runs beside. */
export async function aloneInStore<T>(
  database: Kysely<Tables>,
  store: string,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return inTransaction(database, async (transaction) => {
    await sql`select lock_store(${store})`.execute(transaction);
    return work(transaction);
  });
}

/** Runs work in a transaction that has locked nothing yet; again, where the database has rolled it back. */
export async function inTransaction<T>(
  database: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  // By name: the owner of the database may have made another one the usual one.
  return retrying(database, () => database.transaction().setIsolationLevel('read committed').execute(work));
}

/** Locks contacts, and whatever else is named; and profiles, by their ids. */
export async function lockPeople(
  transaction: Transaction<Tables>,
  store: string,
  keys: readonly string[],
  ids: readonly string[] = [],
): Promise<void> {
  await sql`select lock_people(${store}, ${keys}::text[], ${ids}::uuid[])`.execute(transaction);
}

/**
 * Locks and loads the profiles that an action may touch.
 *
 * @param also further locks
 */
export async function lockProfiles(
  transaction: Transaction<Tables>,
  store: string,
  keys: Keys,
  also: readonly string[] = [],
): Promise<RecordingStore> {
  const contacts = [keys.email, keys.number].flatMap((one) => (one === undefined ? [] : contactLock(store, one)));
  const locked = new Set<string>(keys.ids?.filter(isUuid));
  await lockPeople(transaction, store, [...contacts, ...also], [...locked]);
  for (;;) {
    const profiles = await loadProfiles(transaction, store, keys);
    const ids = [...profiles.onFile].filter((id) => !locked.has(id));
    if (ids.length === 0) return profiles;
    // Whoever changed them meanwhile is done once they are locked, so they are read again.
    await lockPeople(transaction, store, [], ids);
    for (const id of ids) locked.add(id);
  }
}
