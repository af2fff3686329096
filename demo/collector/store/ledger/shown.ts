import type { LedgerEntry } from '../../rules/profile.ts';
import type { Evidence } from './evidence.ts';

/** What stands behind a ledger entry besides what the rules decide by. */
export interface Shown {
  readonly evidence: Evidence | null;
  /** The page it was given on. Apart from the evidence, because an address may name somebody. */
  readonly page: string | null;
}

export type ShownOf = (entry: LedgerEntry) => Shown;

/** What nothing was shown for: an import, a keyword text, a platform that dropped a consent by itself. */
export const nothingShown: Shown = { evidence: null, page: null };
