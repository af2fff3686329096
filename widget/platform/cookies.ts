import type { Cookies, Platform } from '../core/ports.ts';

/**
 * Writes first-party cookies, on the widest domain that the browser accepts.
 *
 * @param read reads one
 * @param encode writes a text as a cookie's value
 */
export function createCookies(read: Platform['cookie'], encode: (text: string) => string): Cookies {
  const { hostname, protocol } = location;
  const write = (name: string, value: string, seconds: number, domain: string | undefined) => {
    const attributes = ['path=/', 'samesite=lax', `max-age=${seconds}`];
    if (protocol === 'https:') attributes.push('secure');
    if (domain) attributes.push(`domain=${domain}`);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is asynchronous, and memory is written at once
    document.cookie = [`${name}=${value}`, ...attributes].join('; ');
  };
  return {
    set(name, value, days) {
      try {
        for (const domain of domainsOf(hostname)) {
          write(name, encode(value), days * 86_400, domain);
          if (read(name) === value) return true;
        }
      } catch {
        // No cookies, no memory.
      }
      return false;
    },
    remove(name) {
      try {
        for (const domain of domainsOf(hostname)) write(name, '', 0, domain);
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
