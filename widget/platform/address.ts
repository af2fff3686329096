import type { Address } from '../core/ports.ts';

/** The page's address: copied now, before any other script rewrites it, and kept in page memory only. */
export function createAddress(): Address {
  return {
    captured: location.href,
    strip(names) {
      // Cut as text: parsing and writing back would re-encode the parameters of others.
      const { href, search } = location;
      const lower = names.map((name) => name.toLowerCase());
      const isOthers = (pair: string) => !lower.includes((pair.split('=')[0] ?? '').toLowerCase());
      const cut = search
        .slice(1)
        .split('&')
        .filter(isOthers)
        .join('&')
        .replace(/^(?=.)/, '?');
      if (cut === search) return;
      try {
        // The address whole: a relative one would be read by the page's <base>.
        history.replaceState(
          history.state,
          '',
          href.replace(search, () => cut),
        );
      } catch {
        // Some embedders forbid it (about:srcdoc, too many calls): the address stays as it is.
      }
    },
  };
}
