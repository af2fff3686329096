import type { Platform } from '../core/ports.ts';
import { createAddress } from './address.ts';
import { readCookie } from './readCookie.ts';
import { createSchedule } from './schedule.ts';
import { createStorage } from './storage.ts';

interface PageWindow extends Window {
  readonly HelloAgainOff?: unknown;
  readonly HelloAgainNotice?: unknown;
  /** https://shopify.dev/docs/storefronts/themes/best-practices/editor */
  readonly Shopify?: { readonly designMode?: boolean };
}

/** This machine, and the previews of Shopify and WordPress. */
const ownersAddress = /^\w+:..([^/]*\.)?(localhost|127\.0\.0\.1)[:/]|[?&](preview|customize)/;

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
      isOff: !!page.HelloAgainOff,
      isOwners: !!(page.HelloAgainNotice ?? (page.Shopify?.designMode || ownersAddress.test(location.href))),
    }),
    cookie: readCookie,
    session: createStorage('sessionStorage'),
    local: createStorage('localStorage'),
    address: createAddress(),
    schedule: createSchedule(),
    announce: (name, detail) => window.dispatchEvent(new CustomEvent(`hello-again:${name}`, { detail })),
  };
}
