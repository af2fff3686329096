import type { Decision } from '../core/ask/decision.ts';
import type { Explanation } from '../core/explain.ts';

const reasons = {
  server: 'there is no page to ask on',
  browser: 'the browser is too old',
  version: 'another major version owns it',
};

/** Why a signup does nothing. */
export type WhyNothing = keyof typeof reasons;

/** What a signup explains that does nothing. */
export function explainNothing(decision: Decision, why: WhyNothing = 'server'): Explanation {
  return {
    ...decision,
    sentence: `Asks for nothing: ${reasons[why]}.`,
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
