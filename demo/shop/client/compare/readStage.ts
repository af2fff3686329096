import { ruleSetNames } from '../../../collector/rules/types.ts';
import { scenarioOf } from '../../compare/scenarios.ts';
import { openingStage, type StageState } from '../../compare/stage.ts';
import type { Speed } from './pace.ts';

/** The stage as the server has drawn it. */
export function readStage({ scenario, rules, forum }: DOMStringMap): StageState {
  return openingStage({
    scenario: scenarioOf(scenario ?? null),
    rules: ruleSetNames.find((name) => name === rules) ?? 'thread-2021',
    hasForum: forum !== undefined,
  });
}

/** `?pace=quick` is for tests; otherwise the visitor's browser says whether anything may glide. */
export function speedOf(query: string): Speed {
  if (new URLSearchParams(query).get('pace') === 'quick') return 'quick';
  return wantsStillness() ? 'still' : 'unhurried';
}

export function wantsStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
