import { checkOptions } from '../config/check.ts';
import type { RawOptions } from '../config/settings.ts';
import { weigh } from '../core/ask/weigh.ts';
import {
  type Explanation,
  explainEvidence,
  explainLast,
  explainMemory,
  explainQuiet,
  explainTrigger,
  type Hindrance,
  sentence,
  waitingSentence,
} from '../core/explain.ts';
import { choiceOf } from '../core/mendChoice.ts';
import { isSecurePage } from '../platform/isSecurePage.ts';
import { nameOfScroller } from '../platform/pageScroller.ts';
import { printExplanation } from '../platform/printExplanation.ts';
import { isSearchLanding } from '../popup/isSearchLanding.ts';
import { conditionsOf, momentsOf } from '../popup/triggers.ts';
import type { SignupContext } from '../signup/session.ts';

/** The whole decision of one signup as data, values left out, and printed unless said otherwise: somebody typed it into a console. */
export function explain(context: SignupContext, isPrinted = true): Explanation {
  const { runtime, last } = context;
  const { ask, reason, identity } = context.decide();
  const keepsClosed = hindrances(context);
  const until = keepsClosed.find(({ by }) => by === reason)?.until;
  const moments = momentsOf(context);
  const explanation: Explanation = {
    sentence: runtime.storageConsent === 'waiting' ? waitingSentence : sentence(ask, reason, until),
    ask,
    reason,
    certainty: identity.certainty,
    evidence: explainEvidence(identity),
    rows: weigh({ table: context.askTable, facts: context.facts(), needsOf: context.needsOf }),
    keepsClosed,
    trigger: explainTrigger(
      moments,
      conditionsOf(context, () => isSearchLanding(context)),
      moments.scroll === undefined ? undefined : nameOfScroller(),
    ),
    // Besides the files of the build only the hosted looks can be missing.
    missing: [...context.missing].map((name) => (name === 'config' ? name : `hello-again.${name}`)),
    ...(context.variant ? { variant: context.variant } : {}),
    gate: runtime.storageConsent,
    problems: checkOptions(context.options, isSecurePage()).map((error) => error.message),
    memory: explainMemory(runtime.memory()),
    ...(last ? { last: explainLast(last) } : {}),
  };
  if (isPrinted) printExplanation(explanation);
  return explanation;
}

const failures = {
  'popup-removed': 'the page took the popup’s element away',
  'popup-failed':
    'the popup could not be fetched or shown: the console says what failed, or what the page blocks or lacks',
} as const;

const reasonOf = (error: unknown) => (error instanceof Error ? ` (${error.message})` : '');

/** @param once the option `trigger.once` */
function openedBy(once: string): string {
  const since = { page: 'on this page', visit: 'in this visit' }[once] ?? 'since this page was loaded';
  return `it has opened ${since}; \`trigger.once\` says how often it does by itself`;
}

/** What keeps the popup from opening by itself, and until when. */
function hindrances({
  settings,
  runtime,
  qa,
  isPausedByHost,
  suppressedBy,
  failure,
  failedBy,
  isWaitingForOthers,
  isHidden,
  lacksSlot,
  hasOpened,
  popup,
  quiet: quietNow,
}: SignupContext): Hindrance[] {
  const quiet = explainQuiet(quietNow(), runtime.memory(), runtime.platform.now() / 1000);
  const isPausedHere = isPausedByHost || qa === 'off';
  return [
    ...(runtime.storageConsent === 'waiting' ? [{ by: 'gate' }] : []),
    ...(isPausedHere ? [{ by: 'paused' }] : []),
    ...(suppressedBy
      ? [{ by: 'paused', says: `${suppressedBy} names no country of this visitor’s, and only numbers are asked for` }]
      : []),
    ...quiet.filter(({ by }) => !(isPausedHere && by === 'paused')),
    ...(settings.trigger.manual ? [{ by: 'manual-trigger' }] : []),
    ...(isWaitingForOthers ? [{ by: 'other-popup', says: 'another dialog or a banner is open' }] : []),
    ...(isHidden ? [{ by: 'hidden', says: 'the tab is in the background' }] : []),
    ...(lacksSlot ? [{ by: 'no-slot', says: 'the element that the form is to stand in is not on the page' }] : []),
    ...(hasOpened && !popup && !settings.trigger.manual && !choiceOf((settings as RawOptions).layout, ['inline'])
      ? [{ by: 'has-opened', says: openedBy(String((settings as RawOptions).trigger.once)) }]
      : []),
    ...(failure ? [{ by: failure, says: `${failures[failure]}${reasonOf(failedBy)}` }] : []),
  ];
}
