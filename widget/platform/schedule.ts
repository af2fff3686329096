import type { Schedule, Undo } from '../core/ports.ts';
import { listen } from './listen.ts';

/** Timers and the page's life. Nothing here keeps a page out of the back/forward cache. */
export function createSchedule(): Schedule {
  return {
    after,
    whenActive(callback) {
      // https://developer.mozilla.org/docs/Web/API/Document/prerendering
      const page = document as Document & { readonly prerendering?: boolean };
      // An element of this name stands in its place.
      const awaited = page.prerendering === true ? 'prerenderingchange' : !page.body && 'DOMContentLoaded';
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
        const former = href;
        href = location.href;
        const { persisted } = event as PageTransitionEvent;
        if (persisted || href !== former) callback(!persisted && routeOf(href) === routeOf(former));
      };
      // https://developer.mozilla.org/docs/Web/API/Navigation; `setup/setup.ts` tells older browsers' windows the same.
      // An element with the id `navigation` stands there in browsers without it.
      const { navigation } = window as { readonly navigation?: EventTarget & { readonly currentEntry?: unknown } };
      const undoShow = listen(window, 'pageshow', heard);
      const undoRoute = listen(navigation?.currentEntry ? navigation : window, 'currententrychange', heard);
      return () => {
        undoShow();
        undoRoute();
      };
    },
  };
}

/** What a router goes by: the path, and a hash that is one. */
const routeOf = (href: string) => href.replace(/\?[^#]*|#(?![!/]).*/g, '');

function after(ms: number, callback: () => void): Undo {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
}
