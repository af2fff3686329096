import type { Submission } from '../../../../widget/index.ts';
import type { LedgerEntry } from '../../rules/profile.ts';

/** How a consent or a withdrawal came about, as far as it names nobody: it outlives an erasure. */
export interface Evidence {
  /** SHA-256 of the words as shown; null where no words were. */
  readonly textHash: string | null;
  readonly textVersion: string | null;
  readonly links: readonly string[];
  readonly locale: string | null;
  readonly region: string | null;
  readonly method: 'checkbox' | 'submit' | 'withdrawal' | 'erasure';
  /** When it was said, by the clock of whoever was told: the browser's for a box. ISO 8601. */
  readonly checkedAt: string;
  /** The words are none of those that the owner has named; not there where they are, or where none were named. */
  readonly wording?: 'unknown';
}

/** What stands behind a ledger entry besides what the rules decide by. */
export interface Shown {
  readonly evidence: Evidence | null;
  /** The page it was given on. Apart from the evidence, because an address may name somebody. */
  readonly page: string | null;
}

export type ShownOf = (entry: LedgerEntry) => Shown;

/** What nothing was shown for: an import, a keyword text, a platform that dropped a consent by itself. */
export const nothingShown: Shown = { evidence: null, page: null };

/**
 * The boxes of a submission, for the ledger entries that it makes.
 *
 * @param wordings hashes of the words that the owner shows; whoever posts may have made up others
 */
export function shownInSubmission(
  { id, consents }: Pick<Submission, 'id' | 'consents'>,
  wordings?: ReadonlySet<string>,
): ShownOf {
  return ({ submissionId, consentId }) => {
    const consent = submissionId === id ? consents.find((one) => one.id === consentId) : undefined;
    if (!consent) return nothingShown;
    const { textHash, textVersion, links, locale, region, method, checkedAt, page } = consent;
    const unknown = wordings && !wordings.has(textHash) ? ({ wording: 'unknown' } as const) : {};
    return { evidence: { textHash, textVersion, links, locale, region, method, checkedAt, ...unknown }, page };
  };
}
