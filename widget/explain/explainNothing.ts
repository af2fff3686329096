import type { Decision } from '../core/ask/decision.ts';
import type { Explanation } from '../core/explain.ts';

/** What a signup explains that does nothing, with its reason. */
export function explainNothing(decision: Decision, why: string): Explanation {
  return {
    ...decision,
    sentence: `Asks for nothing: ${why}.`,
    evidence: [],
    rows: [],
    memory: {
      seen: { identifiers: [], refused: 0, shown: 0 },
      acknowledged: { identifiers: [], consents: [], subscribed: {} },
    },
    keepsClosed: [],
    trigger: { waitsFor: [], conditions: [] },
    gate: 'page',
    problems: [],
    missing: [],
  };
}
