import type { Undo } from '../core/ports.ts';

/** Listens to an event of the window or of the document: scripts dispatch theirs on either, and not all of them bubble. */
export function listenOnPage(name: string, callback: (event: Event) => void): Undo {
  addEventListener(name, callback);
  document.addEventListener(name, callback);
  return () => {
    removeEventListener(name, callback);
    document.removeEventListener(name, callback);
  };
}
