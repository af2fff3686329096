import type { Schedule, Undo } from '../core/ports.ts';
import { isDialogInSight, pageRoots } from './otherDialog.ts';

/** What opens and closes dialogs: their elements come and go, or their attributes change. */
const changes = {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ['class', 'style', 'open', 'hidden', 'inert', 'role', 'aria-hidden', 'aria-modal'],
};

/** A dialog that fades or slides away is gone later than the change that began it. No shadow tree lets these out. */
const moments = ['transitionend', 'animationend'];

/** However busy the page is, it is not looked at more often. Milliseconds. */
const restsFor = 200;

/** Calls back once, when no dialog but ours is in sight any more. */
export function onceNoDialog(after: Schedule['after'], callback: () => void): Undo {
  const undo = watchDialogs(after, (isInSight) => {
    if (isInSight) return;
    undo();
    callback();
  });
  return undo;
}

/** Calls back whenever dialogs may have come or gone: whether one but ours is in sight. */
export function watchDialogs(after: Schedule['after'], callback: (isInSight: boolean) => void): Undo {
  let undoLook: Undo | undefined;
  const observer = new MutationObserver(changed);
  const listening = new AbortController();
  function changed(): void {
    undoLook ??= after(restsFor, look);
  }
  function look(): void {
    undoLook = undefined;
    // One more script may have brought a shadow tree of its own.
    observe();
    callback(isDialogInSight());
  }
  function observe(): void {
    for (const root of pageRoots()) {
      observer.observe(root, changes);
      for (const name of moments) root.addEventListener(name, changed, listening);
    }
  }
  observe();
  return () => {
    observer.disconnect();
    listening.abort();
    undoLook?.();
  };
}
