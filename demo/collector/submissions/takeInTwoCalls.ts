import { mayText } from '../codes/issueCode.ts';
import type { Dependencies } from '../dependencies.ts';
import { contactKeysOf } from '../store/contactKeysOf.ts';
import { grantedKeysOf } from '../store/ledger/withoutWithdrawn.ts';
import { RecordingStore } from '../store/recordingStore.ts';
import { type Arrival, decide, type Taken } from './decide.ts';
import { locksOf } from './locksOf.ts';
import { receiptOf } from './storedReceipt.ts';

/**
 * Takes a submission by one statement that reads and one that writes. A transaction from the first read to the last write would
 * cost a dozen statements, and the way to the database and back for each; here what was read is compared once more when it is
 * written. As many for whoever is on file as for a stranger: how long an answer takes is to tell nothing.
 *
 * @returns undefined where that does not do: a code is to be sent, what was held is taken, profiles become one, or somebody else
 *   has changed the same person meanwhile
 * @throws {Problem} 409 where nobody can tell whose it is
 */
export async function takeInTwoCalls(deps: Dependencies, arrival: Arrival, hash: string): Promise<Taken | undefined> {
  if (arrival.isReleased) return undefined;
  const { submission, circumstances, keys, asksCoupon, isHeld } = arrival;
  const { store, id } = submission;
  const recipients = grantedKeysOf(submission, deps.recipientHash);
  const state = await deps.signUps.read({ store, id, keys, recipients, asksCoupon });
  if (state.stored) return { receipt: receiptOf(deps, state.stored, hash) };
  const decision = decide(deps, arrival, state.onFile);
  const { changes = new RecordingStore(), shownOf } = decision;
  if (changes.folded.size > 0 || (decision.isAwaited && mayText(deps, submission, isHeld))) return undefined;
  const receipt = decision.receipt(false);
  const said = await deps.signUps.store({
    ...{ state, locks: locksOf(arrival), changes, shownOf },
    row: {
      rowId: circumstances.newId(),
      receivedAt: circumstances.now,
      happened: decision.happened,
      profileId: decision.profileId,
      body: submission,
      receipt,
      bodyHash: hash,
      contactKeys: isHeld ? contactKeysOf(submission) : null,
    },
  });
  return said === 'stored' ? { receipt } : undefined;
}
