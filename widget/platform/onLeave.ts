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
