import type { Cookies, Platform } from '../core/ports.ts';

/**
 * Writes first-party cookies, on the widest domain that the browser accepts.
 *
 * @param read reads one
 * @param encode writes a text as a cookie's value
 */
export function createCookies(read: Platform['cookie'], encode: (text: string) => string): Cookies {
  const { hostname, protocol } = location;
  const write = (name: string, value: string, seconds: number, domain: string | undefined, path = '/') => {
    const attributes = [`path=${path}`, 'samesite=lax', `max-age=${seconds}`];
    if (protocol === 'https:') attributes.push('secure');
    if (domain) attributes.push(`domain=${domain}`);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is asynchronous, and memory is written at once
    document.cookie = [`${name}=${value}`, ...attributes].join('; ');
  };
  const remove = (name: string) => {
    try {
      for (const path of pathsOf(location.pathname)) {
        for (const domain of domainsOf(hostname)) write(name, '', 0, domain, path);
      }
    } catch {
      // No cookies: there is nothing to remove.
    }
  };
  return {
    set(name, value, days) {
      const isKept = () =>
        domainsOf(hostname).some((domain) => {
          write(name, encode(value), days * 86_400, domain);
          return read(name) === value;
        });
      try {
        if (isKept() && !read(name, 2)) return true;
        // One for a longer path is read before ours, and one for this host alone may be read before it on another page.
        remove(name);
        return isKept();
      } catch {
        // No cookies, no memory.
      }
      return false;
    },
    remove,
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

/** The paths whose cookies a page can read and delete: `/`, and each folder of its own, with and without its slash. */
export function pathsOf(pathname: string): string[] {
  const folders = pathname.split('/').filter(Boolean);
  const deeper = folders.map((_, i) => `/${folders.slice(0, i + 1).join('/')}`);
  return ['/', ...deeper.flatMap((folder) => [folder, `${folder}/`])];
}
