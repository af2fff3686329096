import type { ExportedSubmission } from './record.ts';
import type { SubmissionRow } from './submissionsOf.ts';

/** A submission without the values of its identifiers, and without what its ledger entries say already. */
export function exportedSubmission({ id, received_at, happened, profile_id, body }: SubmissionRow): ExportedSubmission {
  return {
    id,
    receivedAt: received_at.toISOString(),
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
