import { createHmac } from 'node:crypto';
import { isStoreName } from '../http/storeOf.ts';
import type { ShapeName } from './readOrder.ts';

/** What webhooks of a store and shape are signed with. */
export type OrderSecrets = (store: string, shape: ShapeName) => string;

const shapeNames: readonly ShapeName[] = ['shopify', 'woocommerce', 'plain'];
const leastBytes = 32;

/** Secrets by `store/shape`, as the environment names them. */
export type NamedSecrets = ReadonlyMap<string, string>;

/**
 * A secret for each store and shape: `harbor-coffee/shopify:secret,harbor-tea/woocommerce:secret`. A shop’s signature covers its
 * body alone, so with one secret for all an order could be sent again for another store, or as another shape.
 *
 * @throws {Error} one sentence without any secret, where it is not written so
 */
export function orderSecretsFrom(text: string | undefined): NamedSecrets {
  const secrets = new Map<string, string>();
  for (const [i, entry] of (text ? text.split(',') : []).entries()) {
    const [, store = '', shape = '', secret = ''] = /^\s*([^/:]+)\/([^/:]+):(\S+)\s*$/.exec(entry) ?? [];
    const isKnown = isStoreName(store) && shapeNames.some((name) => name === shape);
    if (!isKnown || Buffer.byteLength(secret) < leastBytes) {
      throw new Error(
        `HELLO_AGAIN_ORDER_SECRETS, entry ${i + 1}: it must be as in harbor-coffee/shopify:secret, with ${shapeNames.join(', ')} and a secret of ${leastBytes} bytes or more.`,
      );
    }
    if ([...secrets.values()].includes(secret) || secrets.has(`${store}/${shape}`)) {
      throw new Error(`HELLO_AGAIN_ORDER_SECRETS, entry ${i + 1}: each store and shape needs a secret of its own.`);
    }
    secrets.set(`${store}/${shape}`, secret);
  }
  return secrets;
}

/**
 * @param named those of single stores and shapes
 * @param lone the one for all others
 * @param kept where nobody named one: a secret for each is made of it, which nobody knows
 */
export function orderSecrets(named: NamedSecrets, lone: string | undefined, kept: string): OrderSecrets {
  return (store, shape) =>
    named.get(`${store}/${shape}`) ??
    lone ??
    createHmac('sha256', kept).update(`${store}/${shape}`).digest('base64url');
}
