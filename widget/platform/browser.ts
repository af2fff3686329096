import type { Platform } from '../core/ports.ts';
import { createAddress } from './address.ts';
import { readCookie } from './readCookie.ts';
import { createSchedule } from './schedule.ts';
import { createStorage } from './storage.ts';

interface PageWindow extends Omit<Window, 'HelloAgainOff' | 'HelloAgainNotice'> {
  readonly HelloAgainOff?: unknown;
  readonly HelloAgainNotice?: unknown;
  readonly Shopify?: { readonly designMode?: boolean };
}

/** The browser behind the core's ports. */
export function createPlatform(): Platform {
  const page: PageWindow = window;
  return {
    now: () => Date.now(),
    page: () => ({
      url: location.href,
      origin: location.origin,
      path: location.pathname,
      referrer: document.referrer,
      language: document.documentElement.lang,
      languages: navigator.languages ?? [],
      // An element with this id is no number.
      isOff: Number(page.HelloAgainOff) === 1,
      needsSetup:
        // Not of an element with the id `navigation`.
        !page.navigation?.currentEntry ||
        /preview|customize/.test(location.href) ||
        !!(page.HelloAgainNotice ?? (page.Shopify?.designMode || /localhost|127\.0/.test(location.href))),
    }),
    cookie: readCookie,
    session: createStorage('sessionStorage'),
    local: createStorage('localStorage'),
    address: createAddress(),
    schedule: createSchedule(),
    announce: (name, detail) => window.dispatchEvent(new CustomEvent(`hello-again:${name}`, { detail })),
  };
}
