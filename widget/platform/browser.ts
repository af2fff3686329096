import type { Platform } from '../core/ports.ts';
import { createAddress } from './address.ts';
import { readCookie } from './readCookie.ts';
import { createSchedule } from './schedule.ts';
import { createStorage } from './storage.ts';

/** The browser behind the core's ports. */
export function createPlatform(): Platform {
  return {
    now: () => Date.now(),
    page: () => ({
      url: location.href,
      origin: location.origin,
      path: location.pathname,
      referrer: document.referrer,
      language: document.documentElement.lang,
      isOff: (window as Window & { readonly HelloAgainOff?: unknown }).HelloAgainOff === true,
    }),
    cookie: readCookie,
    session: createStorage('sessionStorage'),
    local: createStorage('localStorage'),
    address: createAddress(),
    schedule: createSchedule(),
    announce: (name, detail) => window.dispatchEvent(new CustomEvent(`hello-again:${name}`, { detail })),
  };
}
