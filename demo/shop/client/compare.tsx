// Plays the same journey in two phones, and draws what the platform makes of it.
import { hydrate, render } from 'preact';
import { ruleSetNames } from '../../collector/rules/types.ts';
import { scenarioOf } from '../compare/scenarios.ts';
import { openingStage, type SideName, type StageActions, type StageState, sideNames } from '../compare/stage.ts';
import { findingWords } from '../compare/verdict.ts';
import { Stage } from '../pages/compare/Stage.tsx';
import { setOwnMemoryAside } from './compare/ownMemory.ts';
import { play } from './compare/play.ts';
import { keepFocus } from './shared/keepFocus.ts';

function start(root: HTMLElement): void {
  const { forum } = root.dataset;
  let state = readStage(root.dataset);
  let stop = (_phase: 'idle' | 'stopped'): void => {};

  const show = (change: Partial<StageState>) => {
    state = { ...state, ...change };
    render(<Stage state={state} actions={actions} />, root);
  };
  const placeOf = (side: SideName) => root.querySelector(`[data-side="${side}"] .screen-inside`) as HTMLElement;
  const emptyPhones = () => {
    for (const side of sideNames) placeOf(side).replaceChildren();
  };
  /** Back to the beginning, with another choice or the same. */
  const reset = (choice: Partial<Pick<StageState, 'scenario' | 'rules'>> = {}) => {
    stop('idle');
    emptyPhones();
    show(openingStage({ ...state, ...choice }));
    keepAddress(state);
  };
  /** Plays the chosen journey. Nothing happens once it has ended, by itself or by `stop`. */
  const run = () => {
    const controller = new AbortController();
    const { signal } = controller;
    const forgetVisitor = setOwnMemoryAside();
    // The window loses the focus to a frame in it or to another window, which may keep it.
    keepFocus(window, 'blur', { signal });
    const end = (change: Partial<StageState>) => {
      if (signal.aborted) return;
      controller.abort();
      if (change.phase === 'done') stopShop(placeOf('hello').querySelector('iframe'));
      else emptyPhones();
      forgetVisitor();
      show(change);
    };
    stop = (phase) => end({ phase, says: phase === 'stopped' ? 'Stopped.' : '' });
    addEventListener('pagehide', () => stop('stopped'), { signal });
    show({ phase: 'playing', says: `Two new shops, one visitor: ${state.scenario.who.name}.` });
    play({
      state,
      forum,
      signal,
      placeOf,
      onStep: (says) => show({ says }),
      onSide: (name, change) => show({ sides: { ...state.sides, [name]: { ...state.sides[name], ...change } } }),
    }).then(
      () => end({ phase: 'done', says: outcomeWords(state) }),
      (error: Error) =>
        end({ phase: 'failed', says: `The visitor got stuck: ${error.message}. Press Play to try again.` }),
    );
  };
  const actions: StageActions = {
    choose: (scenario) => reset({ scenario }),
    rule: (rules) => reset({ rules }),
    stop: () => stop('stopped'),
    play() {
      reset();
      run();
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

/** Keeps the last page visible, and stops the popup's script, which would otherwise continue to write to this browser. */
function stopShop(phone: HTMLIFrameElement | null): void {
  const page = phone?.contentWindow as (Window & { HelloAgain?: { destroy?(): void } }) | null | undefined;
  page?.HelloAgain?.destroy?.();
}

/** The outcome of a run in one line. */
function outcomeWords({ sides }: StageState): string {
  const of = (side: SideName) => {
    const finding = sides[side].verdict?.finding;
    return finding ? findingWords[finding].short.toLowerCase() : 'nothing changed';
  };
  return `A plain popup: ${of('plain')}. Hello Again: ${of('hello')}.`;
}

const root = document.getElementById('compare');
if (root) start(root);
