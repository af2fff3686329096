import { hash, randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import { canonicalJson, contactKey } from '../../../../widget/relay/index.ts';
import type { LedgerEntry } from '../../rules/profile.ts';
import type { Tables } from '../tables.ts';
import type { Shown } from './evidence.ts';

/** An entry as a row, its hash with it. */
type SealedRow = Insertable<Tables['consents']>;

/**
 * Makes the row of a ledger entry. The hash is over all of it, but over the person only by a salted hash of theirs: once
 * number, page and salt are erased, the rest can still be checked, and nobody finds the number by trying all there are.
 *
 * An entry stands alone. A chain of them would need an order, and so make every sign-up of a store wait for the last one. Only
 * the withdrawals of one number or address are chained, by the database.
 */
export function sealEntry(store: string, entry: LedgerEntry, { evidence, page }: Shown): SealedRow {
  const { id, profileId, channel, to, state, consentId, submissionId } = entry;
  const at = new Date(entry.at);
  const salt = randomUUID();
  const personHash = hashOf({ salt, to, page });
  const kept = { id, store, profileId, channel, state, at: at.toISOString(), consentId, submissionId };
  return {
    id,
    store,
    profile_id: profileId,
    channel,
    recipient: to,
    recipient_key: contactKey(to),
    state,
    at,
    consent_id: consentId,
    submission_id: submissionId,
    evidence: evidence && JSON.stringify(evidence),
    page,
    salt,
    person_hash: personHash,
    entry_hash: hashOf({ ...kept, evidence, personHash }),
  };
}

function hashOf(value: unknown): string {
  return `sha256-${hash('sha256', canonicalJson(value))}`;
}
