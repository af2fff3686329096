import type { Decision } from '../core/ask/decision.ts';
import type { Explanation } from '../core/explain.ts';

/** What a signup explains that does nothing. */
export function explainNothing(decision: Decision): Explanation {
  return {
    ...decision,
    sentence: 'Asks for nothing: there is no page to ask on.',
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
