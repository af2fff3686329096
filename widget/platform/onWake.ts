import type { OnLeave } from '../core/ports.ts';

/** The network is back, or the page has come back from the back/forward cache. */
export const onWake: OnLeave = (callback) => {
  const shown = (event: PageTransitionEvent) => {
    if (event.persisted) callback();
  };
  addEventListener('online', callback);
  addEventListener('pageshow', shown);
  return () => {
    removeEventListener('online', callback);
    removeEventListener('pageshow', shown);
  };
};
