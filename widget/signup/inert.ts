import type { Decision } from '../core/ask/decision.ts';
import type { WhyNothing } from '../explain/explainNothing.ts';
import { load } from '../files/lazyFiles.ts';
import type { Signup } from './api.ts';
import { passedOn } from './handle.ts';

/** A signup that does nothing: on a server, in a browser below the baseline, or where another major version owns the page. */
export function inertSignup(why?: WhyNothing): Signup {
  const decision: Decision = { ask: 'nothing', reason: 'paused', certainty: 'none' };
  // What a listener is undone by, and the watch of a checkout, as well.
  const nothing = () => {};
  nothing.commit = nothing;
  const acts = Object.fromEntries(passedOn.map((name) => [name, nothing])) as unknown as Signup;
  return {
    ...acts,
    ready: Promise.resolve(decision),
    decide: () => decision,
    explain: () => load('explainNothing').then((m) => m.explainNothing(decision, why)),
    watchCheckout: () => nothing,
    on: () => nothing,
    update: nothing,
    destroy: nothing,
  };
}
