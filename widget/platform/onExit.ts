import type { Undo } from '../core/ports.ts';
import { listenPassively } from './listenPassively.ts';
import { findPageScroller, pageScrolled } from './pageScroller.ts';

/** A flick upwards: this part of the window's height within this time (milliseconds), after having been that far down. */
const flick = { part: 0.3, within: 400, deepest: 0.5 };

/**
 * Calls back when the visitor is about to leave: the pointer leaves the window by its top, where tabs and the address
 * are, or a finger flicks back up a page that was scrolled down.
 */
export function onExit(isTouch: boolean, callback: () => void): Undo {
  if (!isTouch) return onPointerExit(callback);
  const now = findPageScroller()?.scrollTop ?? 0;
  let deepest = now;
  let rested = now;
  let lately: { readonly y: number; readonly at: number }[] = [];
  const heard = ({ target, timeStamp: at }: Event) => {
    const y = pageScrolled(target)?.scrollTop;
    if (y === undefined) return;
    deepest = Math.max(deepest, y);
    lately = lately.filter((moment) => at - moment.at <= flick.within);
    // After a rest the flick begins where the page stood.
    if (lately.length === 0) lately = [{ y: rested, at }];
    lately = [...lately, { y, at }];
    rested = y;
    const risen = Math.max(...lately.map((moment) => moment.y)) - y;
    if (deepest >= innerHeight * flick.deepest && risen >= innerHeight * flick.part) callback();
  };
  // Captured: elements tell nobody above them that they scroll.
  document.addEventListener('scroll', heard, { capture: true, passive: true });
  return () => document.removeEventListener('scroll', heard, { capture: true });
}

/** Nobody leaves so soon after coming, or after a key: the pointer was on its way, or was pushed out of it. Milliseconds. */
const settled = 1_500;

function onPointerExit(callback: () => void): Undo {
  let typedAt = -Infinity;
  const undoKeys = listenPassively(window, 'keydown', ({ timeStamp }) => {
    typedAt = timeStamp;
  });
  const undoLeave = listenPassively(document.documentElement, 'mouseleave', (event) => {
    const { clientY, relatedTarget, buttons, timeStamp } = event as MouseEvent;
    // A pressed button marks text or drags something; a related target is another part of the page.
    if (clientY > 0 || relatedTarget || buttons > 0) return;
    if (timeStamp < settled || timeStamp - typedAt < settled || isInField(document)) return;
    callback();
  });
  return () => {
    undoKeys();
    undoLeave();
  };
}

/** Somebody writes, or is about to. */
function isInField({ activeElement: focused }: DocumentOrShadowRoot): boolean {
  if (focused?.shadowRoot) return isInField(focused.shadowRoot);
  return (
    !!focused &&
    (focused as HTMLElement).matches('input,textarea,select,[contenteditable]:not([contenteditable=false])')
  );
}
