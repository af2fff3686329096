// Plays the same journey in two phones, and draws what the platform makes of it.
import { hydrate, render } from 'preact';
import { ruleSetNames } from '../../collector/rules/types.ts';
import { scenarioOf } from '../compare/scenarios.ts';
import { emptySide, openingStage, type StageActions, type StageState } from '../compare/stage.ts';
import { Stage } from '../pages/compare/Stage.tsx';
import type { Telling } from './compare/play.ts';
import { emptyPhones, type StopRun, startRun } from './compare/startRun.ts';

function start(root: HTMLElement): void {
  let state = readStage(root.dataset);
  let stopRun: StopRun = () => {};

  const telling: Telling = {
    state: () => state,
    set(change) {
      state = { ...state, ...change };
      render(<Stage state={state} actions={actions} />, root);
    },
    setSide: (name, change) => telling.set({ sides: { ...state.sides, [name]: { ...state.sides[name], ...change } } }),
  };
  /** Back to the beginning, with another choice or the same. */
  const reset = (choice: Partial<Pick<StageState, 'scenario' | 'rules'>> = {}) => {
    stopRun('idle');
    emptyPhones(root);
    telling.set({ ...choice, phase: 'idle', says: '', sides: { plain: emptySide, hello: emptySide } });
    keepAddress(state);
  };
  const actions: StageActions = {
    choose: (scenario) => reset({ scenario }),
    rule: (rules) => reset({ rules }),
    stop: () => stopRun('stopped'),
    play() {
      reset();
      stopRun = startRun(root, telling);
      // On a small screen the choices may have pushed the phones out of sight.
      root.querySelector('.device')?.scrollIntoView({ block: 'nearest' });
    },
  };

  hydrate(<Stage state={state} actions={actions} />, root);
}

/** The stage as the server has drawn it. */
function readStage({ scenario, rules, forum }: DOMStringMap): StageState {
  return openingStage({
    scenario: scenarioOf(scenario ?? null),
    rules: ruleSetNames.find((name) => name === rules) ?? 'thread-2021',
    hasForum: forum !== undefined,
  });
}

/** The address names what is shown, to be passed on or loaded again. */
function keepAddress({ scenario, rules }: StageState): void {
  const address = new URL(location.href);
  address.searchParams.set('scenario', scenario.id);
  address.searchParams.set('rules', rules);
  history.replaceState(history.state, '', address);
}

const root = document.getElementById('compare');
if (root) start(root);
