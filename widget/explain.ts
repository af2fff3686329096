import { checkOptions } from './config/check.ts';
import type { SignupContext } from './context.ts';
import { type Explanation, explainEvidence, type Hindrance, sentence } from './core/explain.ts';

/** The whole decision of one signup as data, values left out. */
export function explain(context: SignupContext): Explanation {
  const { runtime, last } = context;
  const { ask, reason, identity } = context.decide();
  return {
    sentence: sentence(ask, reason),
    ask,
    reason,
    certainty: identity.certainty,
    evidence: explainEvidence(identity),
    keepsClosed: hindrances(context),
    gate: runtime.gate,
    problems: checkOptions(context.options).map((error) => error.message),
    ...(last ? { last } : {}),
  };
}

/** Says what is wrong with the options, one line each. */
export function warnOfOptions({ options }: SignupContext): void {
  for (const error of checkOptions(options)) console.warn(error.message);
}

/** What keeps the popup from opening by itself, and until when. */
function hindrances({ settings, runtime, qa, isPausedByHost, quiet: quietNow }: SignupContext): Hindrance[] {
  const now = runtime.platform.now() / 1000;
  const quiet = quietNow();
  const until = (by: string, end: number): Hindrance[] =>
    end > now ? [{ by, until: new Date(end * 1000).toISOString() }] : [];
  return [
    ...(runtime.gate === 'waiting' ? [{ by: 'gate' }] : []),
    ...(isPausedByHost || qa === 'off' ? [{ by: 'paused' }] : until('paused', quiet.paused)),
    ...until('dismissed', quiet.dismissed),
    ...until('frequency-cap', quiet.capped),
    ...until('asked-lately', quiet.askedLately),
    ...(settings.trigger.manual ? [{ by: 'manual-trigger' }] : []),
  ];
}
