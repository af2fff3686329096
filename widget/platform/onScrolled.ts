import type { Undo } from '../core/ports.ts';
import { listenPassively } from './listenPassively.ts';

/** Calls back when so many per cent of the page's scrolling are done; at once where they are already. */
export function onScrolled(percent: number, callback: () => void): Undo {
  const look = () => {
    const { scrollHeight, clientHeight } = document.documentElement;
    const most = scrollHeight - clientHeight;
    // Half a pixel is lost to rounding. A page that cannot be scrolled was not.
    if (scrollY > 0 && most > 0 && ((scrollY + 0.5) / most) * 100 >= percent) callback();
  };
  const undo = listenPassively(window, 'scroll', look);
  look();
  return undo;
}
