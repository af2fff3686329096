import type { Evidence } from '../store/ledger/evidence.ts';
import type { ShownOf } from '../store/ledger/shown.ts';

/** What stands behind withdrawals: how and when they were said. No words were shown. */
export function shownAs(method: Extract<Evidence['method'], 'withdrawal' | 'erasure'>, saidAt: number): ShownOf {
  const noWords = { textHash: null, textVersion: null, links: [], locale: null, region: null };
  const evidence: Evidence = { ...noWords, method, checkedAt: new Date(saidAt).toISOString() };
  return () => ({ evidence, page: null });
}
