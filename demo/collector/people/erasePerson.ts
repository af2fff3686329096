import type { Transaction } from 'kysely';
import type { Dependencies } from '../dependencies.ts';
import { saveProfiles } from '../store/saveProfiles.ts';
import { serializable } from '../store/serializable.ts';
import type { Tables } from '../store/tables.ts';
import { erasedOwners } from './erasedOwners.ts';
import { eraseEntries } from './eraseEntries.ts';
import { eraseSubmissions } from './eraseSubmissions.ts';
import { exportedProfiles } from './exportedProfiles.ts';
import { findPerson } from './findPerson.ts';
import { grantedIn } from './grantedIn.ts';
import { heldFor } from './heldFor.ts';
import { ownersOf } from './ownersOf.ts';
import { recipientsOf } from './recipientsOf.ts';
import { submissionsOf } from './submissionsOf.ts';
import { unknownPerson } from './unknownPerson.ts';
import type { Who } from './who.ts';
import { withdrawAll } from './withdrawAll.ts';

export interface Erased {
  /** How many profiles are gone; 0 where they were gone before. */
  readonly profiles: number;
  readonly submissions: number;
  /** Ledger entries that are kept, without the person. */
  readonly entriesKept: number;
}

/**
 * Erases a person: profiles, numbers, names, what was posted. The ledger stays with keyed hashes in their places, so that it
 * still says of the same number that it was withdrawn. What was granted is withdrawn with it, or a late copy of an old
 * consent would bring the person back.
 *
 * @throws {Problem} 404 where nobody is or was known by that, 409 where a number is two people's
 */
export async function erasePerson(deps: Dependencies, who: Who): Promise<Erased> {
  const { store } = who;
  return serializable(deps.database, async (transaction) => {
    const ids = await findPerson(transaction, who);
    const owners = await ownersOf(transaction, ids);
    const named = recipientsOf(who, await exportedProfiles(transaction, store, ids));
    const held = await heldFor(transaction, store, named, owners);
    const former = await erasedOwners(deps, transaction, who);
    if (owners.length + held.length + former.length === 0) throw unknownPerson();
    const [profiles, shownOf] = await withdrawAll(deps, transaction, store, { ids, held: grantedIn(held) });
    await saveProfiles(transaction, store, profiles, shownOf);
    const submissions = await submissionsOf(transaction, store, owners);
    await eraseSubmissions(transaction, store, [...submissions, ...held]);
    await eraseProfiles(transaction, owners);
    const withdrawn = profiles.appended.map(({ profileId }) => profileId);
    const entriesKept = await eraseEntries(deps, transaction, [...new Set([...owners, ...former, ...withdrawn])]);
    return { profiles: ids.length, submissions: submissions.length + held.length, entriesKept };
  });
}

async function eraseProfiles(transaction: Transaction<Tables>, owners: readonly string[]): Promise<void> {
  if (owners.length === 0) return;
  await transaction.updateTable('orders').set({ profile_id: null }).where('profile_id', 'in', owners).execute();
  await transaction.deleteFrom('phones').where('profile_id', 'in', owners).execute();
  await transaction.deleteFrom('profiles').where('id', 'in', owners).execute();
}
