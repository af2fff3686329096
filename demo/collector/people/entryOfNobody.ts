import type { Circumstances } from '../rules/actions.ts';
import type { LedgerEntry } from '../rules/profile.ts';
import type { RecipientHash } from '../store/ledger/recipientHasher.ts';

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
