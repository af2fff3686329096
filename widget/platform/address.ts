import type { Address } from '../core/ports.ts';

/** The page's address: copied as it stands now, before any other script rewrites it, and kept in page memory alone. */
export function createAddress(): Address {
  return {
    captured: location.href,
    take(names) {
      // Cut as text: parsing and writing back would re-encode the parameters of others.
      const own = new RegExp(`(^\\?|&)(${names.map(escaped).join('|')})(=[^&]*)?(?=&|$)`, 'g');
      const cut = location.href.replace(
        /^([^?#]*)(\?[^#]*)/,
        (_all, path: string, query: string) => path + query.replace(own, '').replace(/^&/, '?'),
      );
      if (cut === location.href) return;
      try {
        history.replaceState(history.state, '', cut);
      } catch {
        // Some embedders forbid it (about:srcdoc, too many calls): the address stays as it is.
      }
    },
  };
}

function escaped(text: string): string {
  return text.replace(/\W/g, '\\$&');
}
