import type { Transaction } from 'kysely';
import type { Dependencies } from '../dependencies.ts';
import type { Tables } from '../store/tables.ts';
import { type Entry, entriesOf } from './entriesOf.ts';
import { erasedOwners } from './erasedOwners.ts';
import { exportedEntry } from './exportedEntry.ts';
import { exportedProfiles } from './exportedProfiles.ts';
import { exportedSubmission } from './exportedSubmission.ts';
import { findPerson } from './findPerson.ts';
import { heldFor } from './heldFor.ts';
import { ledgerHash } from './ledgerHash.ts';
import { ownersOf } from './ownersOf.ts';
import { recipientsOf } from './recipientsOf.ts';
import type { ConsentRecord } from './record.ts';
import { submissionsOf } from './submissionsOf.ts';
import { unknownPerson } from './unknownPerson.ts';
import type { Who } from './who.ts';

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
  const recipients = [...new Set(about.recipients)];
  const clear = recipients.filter((recipient) => !recipient.startsWith('hmac-sha256:'));
  return entriesOf(transaction, about.store, about.owners, [...recipients, ...clear.map(recipientHash)]);
}
