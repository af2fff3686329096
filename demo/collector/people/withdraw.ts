import { sql, type Transaction } from 'kysely';
import type { Dependencies } from '../dependencies.ts';
import { withNote } from '../rules/edit.ts';
import { emailKey } from '../rules/profile.ts';
import { loadProfiles } from '../store/loadProfiles.ts';
import { saveProfiles } from '../store/saveProfiles.ts';
import { serializable } from '../store/serializable.ts';
import type { Tables } from '../store/tables.ts';
import type { Withdrawal } from './checkWithdrawal.ts';
import type { Entry } from './entriesOf.ts';
import { entryOfNobody } from './entryOfNobody.ts';
import { grantedIn, type HeldConsent } from './grantedIn.ts';
import { heldFor } from './heldFor.ts';
import { holdersOf } from './holdersOf.ts';
import { shownAs } from './shownAs.ts';
import { unknownPerson } from './unknownPerson.ts';
import { withdrawalTime } from './withdrawalTime.ts';

/**
 * Writes into the ledger that a number or address wants no more, on every profile that it ever stood on: whoever says stop
 * does not know which. Where there is none it is written all the same: a sign-up with that number may be held, or wait in a
 * browser, and must not count when it comes. Said twice, it is written once.
 *
 * @returns how many entries were added
 * @throws {Problem} 404 where there is no such store
 */
export async function withdraw(deps: Dependencies, withdrawal: Withdrawal): Promise<{ readonly added: number }> {
  const { store, channel, recipient } = withdrawal;
  const circumstances = deps.circumstances();
  const saidAt = withdrawal.at ?? circumstances.now;
  return serializable(deps.database, async (transaction) => {
    await checkStore(transaction, store);
    const held = grantedIn(await heldFor(transaction, store, [recipient]));
    const waits = held.filter((one) => one.channel === channel && emailKey(one.to) === emailKey(recipient));
    const entries = await entriesFor(transaction, deps, withdrawal);
    const holders = (await holdersOf(transaction, withdrawal)).map(({ id }) => id);
    const profiles = await loadProfiles(transaction, store, { ids: [...holders, ...entries.map((e) => e.profile_id)] });
    const owners = new Map<string, Entry[]>(holders.map((id) => [id, []]));
    for (const entry of entries) {
      // Of an erased person nothing is left but the entries, and they are withdrawn all the same.
      const owner = profiles.byId(entry.profile_id)?.id ?? entry.profile_id;
      owners.set(owner, [...(owners.get(owner) ?? []), entry]);
    }
    if (owners.size === 0) {
      profiles.append(entryOfNobody(circumstances, deps.recipientHash, { channel, to: recipient, at: saidAt }));
    }
    for (const [id, own] of owners) {
      if (isSaid(own, waits, withdrawal.at)) continue;
      const to = own.at(-1)?.recipient ?? (channel === 'email' ? profiles.byId(id)?.email : recipient) ?? recipient;
      const at = withdrawalTime(own, saidAt);
      const entry = { id: circumstances.newId(), profileId: id, channel, to, state: 'withdrawn', at } as const;
      profiles.append({ ...entry, consentId: null, submissionId: null });
      const profile = profiles.byId(id);
      if (profile)
        profiles.save(withNote(profile, channel === 'sms' ? 'Said stop to texts.' : 'Unsubscribed from mails.'));
    }
    await saveProfiles(transaction, store, profiles, shownAs('withdrawal', saidAt));
    return { added: profiles.appended.length };
  });
}

/** What the ledger says about it, the oldest first. */
function entriesFor(
  transaction: Transaction<Tables>,
  { recipientHash }: Dependencies,
  { store, channel, recipient }: Withdrawal,
) {
  return transaction
    .selectFrom('consents')
    .selectAll()
    .where(sql`lower(recipient)`, 'in', [emailKey(recipient), recipientHash(recipient)])
    .where('store', '=', store)
    .where('channel', '=', channel)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** A misspelt name must not swallow what a person said. */
async function checkStore(transaction: Transaction<Tables>, store: string): Promise<void> {
  const found = await transaction.selectFrom('stores').select('name').where('name', '=', store).executeTakeFirst();
  if (!found) throw unknownPerson();
}

/**
 * Told with its time, it is the same one if that is the same; told without, if nothing was granted since the last, nor waits
 * for a code or a release.
 */
function isSaid(entries: readonly Entry[], waits: readonly HeldConsent[], at: number | undefined): boolean {
  if (at !== undefined) {
    const time = new Date(at).toISOString();
    return entries.some(({ state, evidence }) => state === 'withdrawn' && evidence?.checkedAt === time);
  }
  const last = entries.findLast(({ state }) => state !== 'refused');
  return last?.state === 'withdrawn' && waits.every((one) => one.at < last.at.getTime());
}
