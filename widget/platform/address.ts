import type { Address } from '../core/ports.ts';

/** The page's address: copied as it stands now, before any other script rewrites it, and kept in page memory alone. */
export function createAddress(): Address {
  let url = location.href;
  return {
    captured: () => url,
    drop() {
      url = '';
    },
    take(names) {
      // Cut as text: parsing and writing back would re-encode the parameters of others.
      const [head = '', ...hash] = location.href.split('#');
      const [path = '', query = ''] = head.split(/\?(.*)/s);
      const kept = query.split('&').filter((pair) => !names.includes(pair.split('=')[0] ?? ''));
      const cut = [path + (kept[0] === undefined ? '' : `?${kept.join('&')}`), ...hash].join('#');
      if (!query || cut === location.href) return;
      try {
        history.replaceState(history.state, '', cut);
      } catch {
        // Some embedders forbid it (about:srcdoc, too many calls): the address stays as it is.
      }
    },
  };
}
