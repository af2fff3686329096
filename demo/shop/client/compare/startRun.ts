import { type SideName, type SideState, type StageState, sideNames } from '../../compare/stage.ts';
import { keepFocus } from './keepFocus.ts';
import { openingWords, outcomeWords } from './outcomeWords.ts';
import { setOwnMemoryAside } from './ownMemory.ts';
import { Stuck } from './Phone.ts';
import { emptyPhones, leaveShops, phonePlaces } from './phonePlaces.ts';
import { play } from './play.ts';
import { speedOf } from './readStage.ts';
import { type Seen, withLook } from './seen.ts';

/** Where a run is told: what is shown, and how to show more. */
export interface Telling {
  state(): StageState;
  set(change: Partial<StageState>): void;
  setSide(name: SideName, change: Partial<SideState>): void;
}

/** How a run may be ended from outside. */
export type StopRun = (phase: 'idle' | 'stopped') => void;

/** Milliseconds. */
const everyTick = 200;

/** Plays what is chosen, and tells it. Answers how to end it; once it has ended by itself that does nothing. */
export function startRun(root: HTMLElement, { state, set, setSide }: Telling): StopRun {
  const { scenario, rules } = state();
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1_000;
  const controller = new AbortController();
  const seen: { [name in SideName]?: Seen } = {};
  const undos = [keepFocus(), setOwnMemoryAside()];
  const clock = setInterval(() => set({ seconds: elapsed() }), everyTick);

  const end = (change: Partial<StageState>) => {
    if (controller.signal.aborted) return;
    controller.abort(new Stuck('the run is over'));
    clearInterval(clock);
    removeEventListener('pagehide', leave);
    if (change.phase === 'done') leaveShops(root);
    else emptyPhones(root);
    for (const undo of undos) undo();
    set(change);
  };
  const leave = () => end({ phase: 'stopped', says: '', step: 0 });
  addEventListener('pagehide', leave);
  set({ phase: 'playing', says: openingWords(scenario) });

  play({
    scenario,
    rules,
    forum: root.dataset.forum,
    places: phonePlaces(root),
    pace: { speed: speedOf(location.search), elapsed, signal: controller.signal },
    onStores(stores) {
      for (const side of sideNames) setSide(side, { store: stores[side] });
    },
    onStep: (step) => set({ step, says: scenario.steps[step - 1]?.says ?? '' }),
    onAsked: (side, asked) => setSide(side, { asked }),
    onProfiles(side, now) {
      const look = withLook(seen[side], now, scenario.who);
      seen[side] = look;
      const { profiles, changes, verdict } = look;
      setSide(side, { profiles, changes, verdict });
    },
  }).then(
    () => end({ phase: 'done', says: outcomeWords(state()), seconds: elapsed() }),
    (error: unknown) => end({ phase: 'failed', says: failureWords(error), step: 0 }),
  );
  return (phase) => end({ phase, says: phase === 'stopped' ? 'Stopped.' : '', step: 0 });
}

function failureWords(error: unknown): string {
  const why = error instanceof Stuck ? error.message : 'the server cannot be reached';
  return `The visitor got stuck: ${why}. Press Play to try again.`;
}
