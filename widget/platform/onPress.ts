import type { Undo } from '../core/ports.ts';
import { listenPassively } from './listenPassively.ts';

/**
 * Calls back on each click on an element that matches the selector, now on the page or later. Where the callback
 * returns true, a link is not followed. An invalid selector is ignored.
 */
export function onPress(selector: string, callback: () => boolean): Undo {
  try {
    document.querySelector(selector);
  } catch {
    return () => {};
  }
  const heard = (event: Event) => {
    const { ctrlKey, metaKey, shiftKey, altKey } = event as MouseEvent;
    // Who opens a link in another tab wants that.
    if (event.defaultPrevented || ctrlKey || metaKey || shiftKey || altKey) return;
    // Not `instanceof Element`: old libraries have put a function of their own in its place.
    const isMeant = event.composedPath().some((target) => (target as Element).matches?.(selector));
    if (isMeant && callback()) event.preventDefault();
  };
  return listenPassively(document, 'click', heard, false);
}
