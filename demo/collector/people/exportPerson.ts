import { hash } from 'node:crypto';
import { type Selectable, type SqlBool, sql, type Transaction } from 'kysely';
import type { Submission } from '../../../widget/index.ts';
import type { Dependencies } from '../dependencies.ts';

import { loadProfiles } from '../store/loadProfiles.ts';
import { ledgerKeysOf } from '../store/secrets.ts';
import type { Tables } from '../store/tables.ts';
import {
  erasedOwners,
  findPerson,
  heldFor,
  ownersOf,
  recipientsOf,
  type SubmissionRow,
  submissionsOf,
  unknownPerson,
  type Who,
} from './find.ts';
import type { ConsentRecord, ExportedEntry, ExportedProfile, ExportedSubmission } from './record.ts';
import { withdrawalsOf } from './withdrawalsOf.ts';

/**
 * Everything on file about one person of a store, as one document.
 *
 * @throws {Problem} 404 where nobody is or was known by that, 409 where a number is two people's
 */
export async function exportPerson(deps: Dependencies, who: Who): Promise<ConsentRecord> {
  const { store } = who;
  return deps.database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const ids = await findPerson(transaction, who);
      const owners = [...(await ownersOf(transaction, ids)), ...(await erasedOwners(deps, transaction, who))];
      const profiles = await exportedProfiles(transaction, store, ids);
      const named = recipientsOf(who, profiles);
      const held = await heldFor(transaction, store, named, owners);
      if (owners.length + held.length === 0) throw unknownPerson();
      const own = await entriesOf(transaction, store, owners, []);
      const submissions = [...(await submissionsOf(transaction, store, owners)), ...held];
      const posted = submissions.flatMap(({ body }) => body.consents.map(({ to }) => to));
      const recipients = [...named, ...own.map(({ recipient }) => recipient), ...posted];
      const entries = await withOthersWithdrawals(transaction, deps, { store, owners, recipients });
      const bodies = new Map(submissions.map((row) => [row.id, row.body]));
      const ledger = entries.map((entry) => exportedEntry(entry, bodies.get(entry.submission_id ?? '')));
      return {
        format: 'hello-again-consent-record',
        version: 1,
        exportedAt: new Date(deps.circumstances().now).toISOString(),
        store,
        person: profiles.length > 0 ? { profiles } : null,
        submissions: submissions.map(exportedSubmission),
        ledger,
        withdrawalChains: await withdrawalsOf(transaction, deps.recipientHash, { store, recipients }),
        withdrawals: ledger.filter(({ state }) => state === 'withdrawn').map(({ id }) => id),
        ledgerHash: ledgerHash(ledger.map(({ entryHash }) => entryHash)),
      };
    });
}

/** A withdrawal counts for its number whoever's profile it was said on, so it belongs into the record of its number. */
async function withOthersWithdrawals(
  transaction: Transaction<Tables>,
  { recipientHash }: Dependencies,
  about: { readonly store: string; readonly owners: readonly string[]; readonly recipients: readonly string[] },
): Promise<readonly Entry[]> {
  const keys = [...new Set(about.recipients)].flatMap((recipient) => ledgerKeysOf(recipient, recipientHash));
  return entriesOf(transaction, about.store, about.owners, keys);
}

export type Entry = Selectable<Tables['consents']>;

/** The ledger of some owners, the oldest entry first, with what was withdrawn of their numbers and addresses anywhere. */
async function entriesOf(
  transaction: Transaction<Tables>,
  store: string,
  owners: readonly string[],
  keys: readonly string[],
): Promise<readonly Entry[]> {
  return transaction
    .selectFrom('consents')
    .selectAll()
    .where('store', '=', store)
    .where((where) =>
      where.or([
        ...(owners.length > 0 ? [where('profile_id', 'in', owners)] : []),
        ...(keys.length > 0 ? [where.and([where('state', '=', 'withdrawn'), where('recipient_key', 'in', keys)])] : []),
        sql<SqlBool>`false`,
      ]),
    )
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** The profiles as they are exported, with those that were folded into them. */
export async function exportedProfiles(
  transaction: Transaction<Tables>,
  store: string,
  ids: readonly string[],
): Promise<readonly ExportedProfile[]> {
  if (ids.length === 0) return [];
  const profiles = await loadProfiles(transaction, store, { ids });
  const folded = await transaction
    .selectFrom('profiles')
    .select(['id', 'name', 'email', 'folded_into'])
    .where('folded_into', 'in', ids)
    .execute();
  return ids.flatMap((id) => {
    const profile = profiles.byId(id);
    if (!profile) return [];
    const { name, email, phones, issuers, history } = profile;
    const former = folded
      .filter((row) => row.folded_into === id)
      .map((row) => ({ id: row.id, name: row.name, email: row.email }));
    return { id, name, email, numbers: phones, identifiers: issuers, history, former };
  });
}

/** A submission without the values of its identifiers, and without what its ledger entries say already. */
function exportedSubmission({ id, received_at, happened, profile_id, body }: SubmissionRow): ExportedSubmission {
  return {
    id,
    receivedAt: received_at.toISOString(),
    sentAt: body.sentAt ?? null,
    happened,
    profileId: profile_id,
    contact: body.contact,
    page: body.page.url,
    consents: body.consents.map(({ id: consentId, channel, to, granted, checkedAt }) => ({
      id: consentId,
      channel,
      to,
      granted,
      checkedAt,
    })),
  };
}

/** @param body the submission that the entry came with; the exact words stand there */
function exportedEntry(entry: Entry, body: Submission | undefined): ExportedEntry {
  const consent = body?.consents.find(({ id }) => id === entry.consent_id);
  return {
    id: entry.id,
    profileId: entry.profile_id,
    channel: entry.channel,
    to: entry.recipient,
    state: entry.state,
    at: entry.at.toISOString(),
    consentId: entry.consent_id,
    submissionId: entry.submission_id,
    evidence: entry.evidence,
    text: consent?.text ?? null,
    page: entry.page,
    salt: entry.salt,
    personHash: entry.person_hash,
    entryHash: entry.entry_hash,
  };
}

/** SHA-256 over the hashes of a record's entries, a line each. */
function ledgerHash(entryHashes: readonly string[]): string {
  return `sha256-${hash('sha256', entryHashes.join('\n'))}`;
}
