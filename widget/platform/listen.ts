import type { Undo } from '../core/ports.ts';

/** Listens, and returns the undo function. */
export function listen(target: EventTarget, name: string, callback: (event: Event) => void): Undo {
  target.addEventListener(name, callback);
  return () => target.removeEventListener(name, callback);
}
