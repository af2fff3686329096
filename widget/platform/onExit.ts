import type { Undo } from '../core/ports.ts';
import { listenPassively } from './listenPassively.ts';

/** A flick upwards: this part of the window's height within this time (milliseconds), after having been that far down. */
const flick = { part: 0.3, within: 400, deepest: 0.5 };

/**
 * Calls back when the visitor is about to leave: the pointer leaves the window by its top, where tabs and the address
 * are, or a finger flicks back up a page that was scrolled down.
 */
export function onExit(isTouch: boolean, callback: () => void): Undo {
  if (!isTouch) {
    return listenPassively(document.documentElement, 'mouseleave', (event) => {
      if ((event as MouseEvent).clientY <= 0) callback();
    });
  }
  let deepest = scrollY;
  let rested = scrollY;
  let lately: { readonly y: number; readonly at: number }[] = [];
  return listenPassively(window, 'scroll', ({ timeStamp: at }) => {
    deepest = Math.max(deepest, scrollY);
    lately = lately.filter((moment) => at - moment.at <= flick.within);
    // After a rest the flick begins where the page stood.
    if (lately.length === 0) lately = [{ y: rested, at }];
    lately = [...lately, { y: scrollY, at }];
    rested = scrollY;
    const risen = Math.max(...lately.map(({ y }) => y)) - scrollY;
    if (deepest >= innerHeight * flick.deepest && risen >= innerHeight * flick.part) callback();
  });
}
