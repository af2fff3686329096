import JsCookie from 'js-cookie';
import type { Cookies } from '../core/ports.ts';

/** Writes first-party cookies through js-cookie, on the widest domain that the browser accepts. */
export function createCookies(): Cookies {
  const { hostname, protocol } = location;
  const base = { path: '/', sameSite: 'lax', secure: protocol === 'https:' } as const;
  return {
    set(name, value, days) {
      try {
        for (const domain of domainsOf(hostname)) {
          JsCookie.set(name, value, { ...base, expires: days, ...(domain ? { domain } : {}) });
          if (JsCookie.get(name) === value) return true;
        }
      } catch {
        // No cookies, no memory.
      }
      return false;
    },
    remove(name) {
      try {
        for (const domain of domainsOf(hostname)) JsCookie.remove(name, { ...base, ...(domain ? { domain } : {}) });
      } catch {
        // As above.
      }
    },
  };
}

/**
 * Domains to try, the widest first, and the bare host at last. The browser itself refuses public suffixes such as
 * `co.uk` (RFC 6265 §5.3), so no list of them is needed.
 */
export function domainsOf(hostname: string): (string | undefined)[] {
  const labels = hostname.split('.');
  if (labels.length < 2 || /^[\d.]+$|:/.test(hostname)) return [undefined];
  return [...labels.slice(1).map((_, i) => labels.slice(labels.length - 2 - i).join('.')), undefined];
}
