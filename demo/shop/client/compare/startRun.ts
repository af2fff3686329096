import { type SideName, type StageState, sideNames } from '../../compare/stage.ts';
import { findingWords } from '../../compare/verdict.ts';
import { keepFocus } from './keepFocus.ts';
import { setOwnMemoryAside } from './ownMemory.ts';
import { placeOf, play, type Telling } from './play.ts';
import { Stuck } from './Visitor.ts';

/** Ends a run from outside. */
export type StopRun = (phase: 'idle' | 'stopped') => void;

/** Plays the chosen journey and shows it. Returns a function that ends it, and does nothing once it has ended by itself. */
export function startRun(root: HTMLElement, telling: Telling): StopRun {
  const controller = new AbortController();
  const undos = [keepFocus(), setOwnMemoryAside()];

  const end = (change: Partial<StageState>) => {
    if (controller.signal.aborted) return;
    controller.abort(new Stuck('the run is over'));
    removeEventListener('pagehide', leave);
    if (change.phase === 'done') leaveShop(root);
    else emptyPhones(root);
    for (const undo of undos) undo();
    telling.set(change);
  };
  const leave = () => end({ phase: 'stopped', says: '' });
  addEventListener('pagehide', leave);
  telling.set({ phase: 'playing', says: `Two new shops, one visitor: ${telling.state().scenario.who.name}.` });
  play(root, telling, controller.signal).then(
    () => end({ phase: 'done', says: outcomeWords(telling.state()) }),
    (error: unknown) => end({ phase: 'failed', says: failureWords(error) }),
  );
  return (phase) => end({ phase, says: phase === 'stopped' ? 'Stopped.' : '' });
}

/** Removes every page of the phones. */
export function emptyPhones(root: HTMLElement): void {
  for (const side of sideNames) placeOf(root, side).replaceChildren();
}

/** Keeps the last page visible, and stops the popup's script, which would otherwise continue to write to this browser. */
function leaveShop(root: HTMLElement): void {
  const frame = placeOf(root, 'hello').querySelector('iframe');
  const page = frame?.contentWindow as (Window & { HelloAgain?: { destroy?(): void } }) | null | undefined;
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

function failureWords(error: unknown): string {
  const why = error instanceof Stuck ? error.message : 'the server cannot be reached';
  return `The visitor got stuck: ${why}. Press Play to try again.`;
}
