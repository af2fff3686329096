import type { Schedule, Undo } from '../core/ports.ts';

function listen(target: EventTarget, name: string, callback: (event: Event) => void): Undo {
  target.addEventListener(name, callback);
  return () => target.removeEventListener(name, callback);
}

/** Timers and the page's life. Nothing here keeps a page out of the back/forward cache. */
export function createSchedule(): Schedule {
  return {
    after,
    whenActive(callback) {
      // https://developer.mozilla.org/docs/Web/API/Document/prerendering
      const page = document as Document & { readonly prerendering?: boolean };
      if (page.prerendering) return once('prerenderingchange', callback);
      if (!page.body) return once('DOMContentLoaded', callback);
      // A turn later, so that a host can add its listeners first.
      return after(0, callback);
    },
    onRestore: (callback) =>
      listen(window, 'pageshow', (event) => {
        if ((event as PageTransitionEvent).persisted) callback();
      }),
  };
}

function once(name: string, callback: () => void): Undo {
  const undo = listen(document, name, () => {
    undo();
    callback();
  });
  return undo;
}

function after(ms: number, callback: () => void): Undo {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
}
