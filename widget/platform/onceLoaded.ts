import type { Undo } from '../core/ports.ts';

/** Calls back when the page has loaded; at once where it has. */
export function onceLoaded(callback: () => void): Undo {
  if (document.readyState === 'complete') {
    callback();
    return () => {};
  }
  addEventListener('load', callback, { once: true });
  return () => removeEventListener('load', callback);
}
