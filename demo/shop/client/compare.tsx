// Plays the same journey in two phones, and draws what the platform makes of it.
import { hydrate, render } from 'preact';
import { emptySide, type StageActions, type StageState } from '../compare/stage.ts';
import { Stage } from '../pages/compare/Stage.tsx';
import { emptyPhones, showPhones } from './compare/phonePlaces.ts';
import { readStage, wantsStillness } from './compare/readStage.ts';
import { type StopRun, startRun, type Telling } from './compare/startRun.ts';

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
    const sides = { plain: emptySide, hello: emptySide };
    telling.set({ ...choice, phase: 'idle', says: '', step: 0, seconds: 0, sides });
    keepAddress(state);
  };
  const actions: StageActions = {
    choose: (scenario) => reset({ scenario }),
    rule: (rules) => reset({ rules }),
    stop: () => stopRun('stopped'),
    play() {
      reset();
      stopRun = startRun(root, telling);
      showPhones(root, wantsStillness() ? 'instant' : 'smooth');
    },
  };

  hydrate(<Stage state={state} actions={actions} />, root);
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
