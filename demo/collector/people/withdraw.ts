import type { Transaction } from 'kysely';
import { clockDoubt, contactKey } from '../../../widget/relay/index.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Circumstances } from '../rules/actions.ts';
import { withNote } from '../rules/edit.ts';
import type { LedgerEntry } from '../rules/profile.ts';
import type { Evidence, ShownOf } from '../store/ledger/evidence.ts';
import { loadProfiles } from '../store/loadProfiles.ts';
import { aloneInStore } from '../store/locks.ts';
import { saveProfiles } from '../store/saveProfiles.ts';
import { ledgerKeysOf, type RecipientHash } from '../store/secrets.ts';
import type { Tables } from '../store/tables.ts';
import type { Entry } from './exportPerson.ts';
import { grantedIn, type HeldConsent, heldFor, holdersOf, unknownPerson, type Who } from './find.ts';

export interface Withdrawal extends Who {
  /** When it was said, in milliseconds since 1970; now, where that was not told. */
  readonly at?: number;
}

/**
 * Writes into the ledger that a number or address wants no more, on every profile that it ever stood on: whoever says stop
 * does not know which. Where there is none it is written all the same: a sign-up with that number may be held, or wait in a
 * browser, and must not count when it comes. Said twice, it is written once.
 *
 * @returns how many entries were added, and whether anybody has or had that number or address here
 * @throws {Problem} 404 where there is no such store
 */
export async function withdraw(
  deps: Dependencies,
  withdrawal: Withdrawal,
): Promise<{ readonly added: number; readonly found: boolean }> {
  const { store, channel, recipient } = withdrawal;
  const circumstances = deps.circumstances();
  const saidAt = withdrawal.at ?? circumstances.now;
  return aloneInStore(deps.database, store, async (transaction) => {
    await checkStore(transaction, store);
    const held = grantedIn(await heldFor(transaction, store, [recipient]));
    const waits = held.filter((one) => one.channel === channel && contactKey(one.to) === contactKey(recipient));
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
      const at = withdrawalTime(own, saidAt, withdrawal.at !== undefined);
      const entry = { id: circumstances.newId(), profileId: id, channel, to, state: 'withdrawn', at } as const;
      profiles.append({ ...entry, consentId: null, submissionId: null });
      const profile = profiles.byId(id);
      if (profile)
        profiles.save(withNote(profile, channel === 'sms' ? 'Said stop to texts.' : 'Unsubscribed from mails.'));
    }
    await saveProfiles(transaction, store, profiles, shownAs('withdrawal', saidAt));
    const found = holders.length + waits.length > 0 || entries.some(({ state }) => state !== 'withdrawn');
    return { added: profiles.appended.length, found };
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
    .where('recipient_key', 'in', ledgerKeysOf(recipient, recipientHash))
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
  const said = entries.filter(({ state }) => state !== 'refused');
  const last = Math.max(...said.map((entry) => entry.at.getTime()));
  // Two processes have two clocks: at one time the order of entries says nothing.
  const isLast = said.some(({ state, at: entryAt }) => state === 'withdrawn' && entryAt.getTime() === last);
  return isLast && waits.every((one) => one.at < last);
}

/**
 * When a withdrawal takes its place in the ledger: when it was said, and not before a consent that was ticked earlier and
 * came in later, from a browser that could not send it. What is said now comes after all that is there, whatever the clock of the
 * process that wrote it; what is told later, after all that is not clearly younger.
 */
function withdrawalTime(
  entries: readonly Pick<Entry, 'state' | 'at' | 'evidence'>[],
  saidAt: number,
  isToldLater: boolean,
): number {
  const outlived = entries
    .filter(({ state }) => state === 'granted' || state === 'pending')
    .filter(
      ({ at, evidence }) =>
        !isToldLater ||
        Math.min(at.getTime(), evidence ? Date.parse(evidence.checkedAt) : at.getTime()) <= saidAt + clockDoubt,
    )
    .map(({ at }) => at.getTime());
  return Math.max(saidAt, ...outlived);
}

/**
 * A withdrawal of a number or address that is on no profile: held, still on its way, or known to a platform alone. It stands
 * under an id of its own, by the keyed hash from the start, for there is no person on file that it could name.
 */
export function entryOfNobody(
  { newId }: Pick<Circumstances, 'newId'>,
  recipientHash: RecipientHash,
  { channel, to, at }: Pick<LedgerEntry, 'channel' | 'to' | 'at'>,
): LedgerEntry {
  const owner = { id: newId(), profileId: newId() };
  return { ...owner, channel, to: recipientHash(to), state: 'withdrawn', at, consentId: null, submissionId: null };
}

/** What stands behind withdrawals: how and when they were said. No words were shown. */
export function shownAs(method: Extract<Evidence['method'], 'withdrawal' | 'erasure'>, saidAt: number): ShownOf {
  const noWords = { textHash: null, textVersion: null, links: [], locale: null, region: null };
  const evidence: Evidence = { ...noWords, method, checkedAt: new Date(saidAt).toISOString() };
  return () => ({ evidence, page: null });
}
