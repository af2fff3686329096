import { defaultStore } from '../server/services.ts';
import type { Visit } from './request.ts';

/** The address of another page of the same visit: in a phone of `/compare` it names the store and the phone. */
export function linkIn({ store, frame }: Visit, path: string): string {
  return frame ? withQuery(path, { store, frame }) : path;
}

/** As above, and for a link that may be opened in another browser, which has no cookie with the store. */
export function withStore(path: string, { store, frame }: Visit): string {
  return frame || store === defaultStore ? linkIn({ store, frame }, path) : withQuery(path, { store });
}

/** Sets parameters of a path from the root, and keeps everything else as it is written. */
function withQuery(path: string, parameters: Readonly<Record<string, string>>): string {
  const [before = '', hash] = path.split('#', 2);
  const [rest = '', query = ''] = before.split('?', 2);
  const kept = query
    .split('&')
    .filter((pair) => pair !== '' && !Object.hasOwn(parameters, pair.split('=', 1)[0] ?? ''));
  const added = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${rest}?${[...kept, ...added].join('&')}${hash === undefined ? '' : `#${hash}`}`;
}
