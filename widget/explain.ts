import { checkOptions } from './config/check.ts';
import type { SignupContext } from './context.ts';
import { weigh } from './core/ask/weigh.ts';
import {
  type Explanation,
  explainEvidence,
  explainLast,
  explainMemory,
  type Hindrance,
  sentence,
  waitingSentence,
} from './core/explain.ts';
import { printExplanation } from './platform/printExplanation.ts';

/** The whole decision of one signup as data, values left out; `isPrinted`: and to the console. */
export function explain(context: SignupContext, isPrinted?: boolean): Explanation {
  const { runtime, last } = context;
  const { ask, reason, identity } = context.decide();
  const keepsClosed = hindrances(context);
  const until = keepsClosed.find(({ by }) => by === reason)?.until;
  const explanation: Explanation = {
    sentence: runtime.gate === 'waiting' ? waitingSentence : sentence(ask, reason, until),
    ask,
    reason,
    certainty: identity.certainty,
    evidence: explainEvidence(identity),
    rows: weigh(context.weighing()),
    keepsClosed,
    gate: runtime.gate,
    problems: checkOptions(context.options).map((error) => error.message),
    memory: explainMemory(runtime.memory()),
    ...(last ? { last: explainLast(last) } : {}),
  };
  if (isPrinted) printExplanation(explanation);
  return explanation;
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
