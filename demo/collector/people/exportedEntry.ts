import type { Submission } from '../../../widget/index.ts';
import type { Entry } from './entriesOf.ts';
import type { ExportedEntry } from './record.ts';

/** @param body the submission that the entry came with; the exact words stand there */
export function exportedEntry(entry: Entry, body: Submission | undefined): ExportedEntry {
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
