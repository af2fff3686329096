import type { OnLeave } from '../core/ports.ts';

/** `pagehide` and never `unload`, which keeps a page out of the back/forward cache. */
export const onLeave: OnLeave = (callback) => {
  addEventListener('pagehide', callback);
  return () => removeEventListener('pagehide', callback);
};
