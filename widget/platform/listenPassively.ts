import type { Undo } from '../core/ports.ts';

// `listen.ts` is the entry script's, which shares nothing with its chunks.

/** Listens to an event without delaying it, and returns the undo function. */
export function listenPassively(
  target: EventTarget,
  name: string,
  callback: (event: Event) => void,
  passive = true,
): Undo {
  target.addEventListener(name, callback, { passive });
  return () => target.removeEventListener(name, callback);
}
