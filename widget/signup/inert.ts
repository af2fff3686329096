import type { Decision } from '../core/ask/decision.ts';
import type { Signup } from './api.ts';
import { passedOn } from './handle.ts';

/** A signup that does nothing: on a server, in a browser below the baseline, or where another major version owns the page. */
export function inertSignup(why = 'there is no page to ask on'): Signup {
  const decision: Decision = { ask: 'nothing', reason: 'paused', certainty: 'none' };
  const nothing = () => {};
  const acts = Object.fromEntries(passedOn.map((name) => [name, nothing])) as unknown as Signup;
  return {
    ...acts,
    ready: Promise.resolve(decision),
    decide: () => decision,
    explain: () => import('../explain/explainNothing.ts').then((m) => m.explainNothing(decision, why)),
    watchCheckout: () => Object.assign(() => {}, { commit: nothing }),
    on: () => nothing,
    update: nothing,
    destroy: nothing,
  };
}
