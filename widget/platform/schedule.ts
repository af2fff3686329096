import type { Schedule, Undo } from '../core/ports.ts';
import { listen } from './listen.ts';

/** Timers and the page's life. Nothing here keeps a page out of the back/forward cache. */
export function createSchedule(): Schedule {
  return {
    after,
    whenActive(callback) {
      // https://developer.mozilla.org/docs/Web/API/Document/prerendering
      const page = document as Document & { readonly prerendering?: boolean };
      const awaited = page.prerendering ? 'prerenderingchange' : !page.body && 'DOMContentLoaded';
      // A turn later, so that a host can add its listeners first.
      if (!awaited) return after(0, callback);
      const undo = listen(page, awaited, () => {
        undo();
        callback();
      });
      return undo;
    },
    onReturn(callback) {
      let { href } = location;
      // A page shown for the first time is no new page view, and some pages write the same address again with every
      // scroll.
      const heard = (event: Event) => {
        const isOther = href !== location.href;
        href = location.href;
        if ((event as PageTransitionEvent).persisted || isOther) callback();
      };
      // https://developer.mozilla.org/docs/Web/API/Navigation; `setup/setup.ts` dispatches the same in older browsers.
      const { navigation = window } = window as { readonly navigation?: EventTarget };
      const undoShow = listen(window, 'pageshow', heard);
      const undoRoute = listen(navigation, 'currententrychange', heard);
      return () => {
        undoShow();
        undoRoute();
      };
    },
  };
}

function after(ms: number, callback: () => void): Undo {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
}
