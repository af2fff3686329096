import type { Undo } from '../core/ports.ts';

// `listen.ts` is the entry script's, which shares nothing with its chunks.

/** Hears an event without holding it up. */
export function hear(target: EventTarget, name: string, callback: (event: Event) => void, passive = true): Undo {
  target.addEventListener(name, callback, { passive });
  return () => target.removeEventListener(name, callback);
}
