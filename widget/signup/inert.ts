import type { Decision } from '../core/ask/decision.ts';
import type { Signup } from './api.ts';

/** A signup that does nothing: on a server, in a browser below the baseline, or where another major version owns the page. */
export function inertSignup(why = 'there is no page to ask on'): Signup {
  const decision: Decision = { ask: 'nothing', reason: 'paused', certainty: 'none' };
  const nothing = () => {};
  return {
    ready: Promise.resolve(decision),
    decide: () => decision,
    explain: () =>
      Promise.resolve({
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
      }),
    watchCheckout: () => Object.assign(() => {}, { commit: nothing }),
    on: () => nothing,
    identify: nothing,
    setConsent: nothing,
    open: nothing,
    close: nothing,
    forget: nothing,
    pause: nothing,
    resume: nothing,
    destroy: nothing,
  };
}
