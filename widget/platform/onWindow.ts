import type { Undo } from '../core/ports.ts';

/** Hears an event of the window. */
export function onWindow(name: string, callback: (event: Event) => void): Undo {
  addEventListener(name, callback);
  return () => removeEventListener(name, callback);
}
