import type { Undo } from '../core/ports.ts';

/**
 * Calls back on each press on an element that fits the selector, now on the page or later, in a task after the page's own
 * listeners, whatever these prevent or stop. Where `opens` says so a link does not lead away. A selector that is none is heard
 * by nobody.
 */
export function onPress(selector: string, opens: () => boolean, callback: () => void): Undo {
  try {
    document.querySelector(selector);
  } catch {
    return () => {};
  }
  const heard = (event: Event) => {
    const { button, ctrlKey, metaKey, shiftKey, altKey } = event as MouseEvent;
    // Who opens a link in another tab wants that.
    if (button || ctrlKey || metaKey || shiftKey || altKey) return;
    // Not `instanceof Element`: old libraries have put a function of their own in its place.
    const isMeant = event.composedPath().some((target) => (target as Element).matches?.(selector));
    if (!isMeant || !opens()) return;
    event.preventDefault();
    setTimeout(callback);
  };
  // Captured at the window: a listener of the page that stops the event comes after it.
  window.addEventListener('click', heard, { capture: true });
  return () => window.removeEventListener('click', heard, { capture: true });
}
