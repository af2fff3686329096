import type { OnLeave } from '../core/ports.ts';

/** The visitor goes to another tab, or comes back. */
export const onVisibility: OnLeave = (callback) => {
  document.addEventListener('visibilitychange', callback);
  return () => document.removeEventListener('visibilitychange', callback);
};

/** `pagehide` and never `unload`, which keeps a page out of the back/forward cache. */
export const onLeave: OnLeave = (callback) => {
  addEventListener('pagehide', callback);
  return () => removeEventListener('pagehide', callback);
};

/** Nobody looks at this tab. */
export function isHidden(): boolean {
  return document.visibilityState === 'hidden';
}

/** Calls back once, when the visitor comes back to this tab. */
export function onceVisible(callback: () => void): () => void {
  const undo = onVisibility(() => {
    if (isHidden()) return;
    undo();
    callback();
  });
  return undo;
}
