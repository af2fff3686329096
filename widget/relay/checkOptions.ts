import { secretOf } from '../link/secretOf.ts';
import type { LinkKey } from '../link/types.ts';
import type { RelayOptions } from './types.ts';

/**
 * Finds a fault of the set-up when the server starts, and not with the first visitor.
 *
 * @returns the key that signs
 * @throws {TypeError | RangeError} naming the option, never showing a secret
 */
export function checkOptions({ store, origins, links, hold, minimumFill }: RelayOptions): LinkKey {
  if (!store) throw new TypeError('hello-again/relay: store must be the name that the widget has as its store');
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new TypeError(
        `hello-again/relay: origins must be like https://shop.example, without a path; got ${origin}`,
      );
    }
  }
  if (origins.length === 0) throw new TypeError('hello-again/relay: origins must name the pages that may post');
  if (minimumFill !== undefined && !(hold && minimumFill >= 0)) {
    throw new TypeError('hello-again/relay: minimumFill must be a number of milliseconds, beside a hold');
  }
  const [signing] = links.keys;
  if (!signing) throw new TypeError('hello-again/relay: links.keys must have at least one key');
  for (const key of links.keys) {
    if (!key.secret) {
      throw new TypeError(
        'hello-again/relay: the secret of one of links.keys is missing; is the environment variable set?',
      );
    }
    secretOf(key);
  }
  if (new Set(links.keys.map(({ kid }) => kid)).size < links.keys.length) {
    throw new TypeError('hello-again/relay: each of links.keys must have a kid of its own');
  }
  return signing;
}
