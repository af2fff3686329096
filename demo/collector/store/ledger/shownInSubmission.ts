import type { Submission } from '../../../../widget/index.ts';
import { nothingShown, type ShownOf } from './shown.ts';

/** The boxes of a submission, for the ledger entries that it makes. */
export function shownInSubmission({ id, consents }: Pick<Submission, 'id' | 'consents'>): ShownOf {
  return ({ submissionId, consentId }) => {
    const consent = submissionId === id ? consents.find((one) => one.id === consentId) : undefined;
    if (!consent) return nothingShown;
    const { textHash, textVersion, links, locale, region, method, checkedAt, page } = consent;
    return { evidence: { textHash, textVersion, links, locale, region, method, checkedAt }, page };
  };
}
