import type { Undo } from '../core/ports.ts';
import { findPageScroller, pageScrolled } from './pageScroller.ts';

/** Calls back when so many per cent of the page's scrolling are done; at once where they are already. */
export function onScrolled(percent: number, callback: () => void): Undo {
  const look = (scroller: Element | undefined) => {
    if (!scroller) return;
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    const most = scrollHeight - clientHeight;
    // Half a pixel is lost to rounding. A page that cannot be scrolled was not.
    if (scrollTop > 0 && most > 0 && ((scrollTop + 0.5) / most) * 100 >= percent) callback();
  };
  const heard = ({ target }: Event) => look(pageScrolled(target));
  // Captured: elements tell nobody above them that they scroll.
  document.addEventListener('scroll', heard, { capture: true, passive: true });
  look(findPageScroller());
  return () => document.removeEventListener('scroll', heard, { capture: true });
}
