import { sql, type Transaction } from 'kysely';
import type { Submission } from '../../../widget/index.ts';
import { contactKey } from '../../../widget/relay/index.ts';
import type { Dependencies } from '../dependencies.ts';
import { entryFor } from '../rules/edit.ts';
import type { LedgerEntry } from '../rules/profile.ts';
import type { ShownOf } from '../store/ledger/evidence.ts';
import { loadProfiles } from '../store/loadProfiles.ts';
import { aloneInStore } from '../store/locks.ts';
import type { RecordingStore } from '../store/recordingStore.ts';
import { saveProfiles } from '../store/saveProfiles.ts';
import type { Tables } from '../store/tables.ts';
import { exportedProfiles } from './exportPerson.ts';
import {
  erasedOwners,
  findPerson,
  grantedIn,
  type HeldConsent,
  heldFor,
  ownersOf,
  recipientsOf,
  type SubmissionRow,
  submissionsOf,
  unknownPerson,
  type Who,
} from './find.ts';
import { entryOfNobody, shownAs } from './withdraw.ts';

interface Erased {
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
  return aloneInStore(deps.database, store, async (transaction) => {
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

/** Withdraws what these profiles have granted, and what is held or waits for a code and would be granted; to be saved. */
async function withdrawAll(
  { circumstances, recipientHash }: Pick<Dependencies, 'circumstances' | 'recipientHash'>,
  transaction: Transaction<Tables>,
  store: string,
  { ids, held }: { readonly ids: readonly string[]; readonly held: readonly HeldConsent[] },
): Promise<readonly [RecordingStore, ShownOf]> {
  const now = circumstances();
  const profiles = await loadProfiles(transaction, store, { ids });
  const keyOf = ({ channel, to }: Pick<LedgerEntry, 'channel' | 'to'>) => `${channel} ${contactKey(to)}`;
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

/** Leaves of each submission that it was taken, so that a browser which sends it once more does not bring the person back. */
async function eraseSubmissions(
  transaction: Transaction<Tables>,
  store: string,
  rows: readonly SubmissionRow[],
): Promise<void> {
  for (const { id, body, receipt, happened } of rows) {
    const { identity: _identity, ...answered } = receipt;
    await transaction
      .updateTable('submissions')
      .set({
        body: JSON.stringify(withoutPerson(body)),
        receipt: JSON.stringify(answered),
        // There is nothing left of it to release.
        ...(happened === 'held' ? { happened: 'erased', profile_id: null, contact_keys: null } : {}),
      })
      .where('id', '=', id)
      .where('store', '=', store)
      .execute();
  }
}

/** What is left of a submission that names nobody. */
export function withoutPerson({ version, id, createdAt, store, test, ask, identity, widget }: Submission): Submission {
  const { certainty } = identity;
  const { version: widgetVersion, signup } = widget;
  return {
    version,
    id,
    createdAt,
    store,
    test,
    ask: { kind: ask.kind, reason: ask.reason },
    identity: { certainty, identifiers: [], setAside: [] },
    contact: {},
    consents: [],
    page: { url: '' },
    widget: { version: widgetVersion, signup },
  };
}

/** Puts keyed hashes in the place of numbers and addresses. Answers how many entries these owners have. */
async function eraseEntries(
  { recipientHash }: Pick<Dependencies, 'recipientHash'>,
  transaction: Transaction<Tables>,
  owners: readonly string[],
): Promise<number> {
  if (owners.length === 0) return 0;
  const rows = await transaction
    .selectFrom('consents')
    .select(['recipient', 'salt'])
    .where('profile_id', 'in', owners)
    .execute();
  for (const recipient of new Set(rows.filter(({ salt }) => salt !== null).map((row) => row.recipient))) {
    const erased = recipient.startsWith('hmac-sha256:') ? recipient : recipientHash(recipient);
    // The only way through the ledger's lock.
    await sql`select erase_consents(array[${sql.join(owners)}]::uuid[], ${recipient}, ${erased})`.execute(transaction);
  }
  return rows.length;
}
