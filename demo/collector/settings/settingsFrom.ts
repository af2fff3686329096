import { resolve } from 'node:path';
import type { TextsWebhook } from '../codes/sendByWebhook.ts';
import type { LinkKeys } from '../links.ts';
import type { Policy } from '../policy.ts';
import { adminTokenFrom } from './adminTokenFrom.ts';
import { couponFrom } from './couponFrom.ts';
import { linkKeysFrom } from './linkKeysFrom.ts';
import { numberFrom } from './numberFrom.ts';
import { originsFrom } from './originsFrom.ts';
import { portFrom } from './portFrom.ts';
import { type Proxies, proxiesFrom } from './proxiesFrom.ts';
import { storesFrom } from './storesFrom.ts';
import { textsFrom } from './textsFrom.ts';

/** What the collector is started with. */
export interface Settings {
  readonly port: number;
  readonly host: string | undefined;
  readonly database: { readonly url: string; readonly connections: number } | { readonly folder: string };
  readonly stores: readonly string[];
  readonly trustProxy: Proxies | undefined;
  readonly linkKeys: LinkKeys | undefined;
  readonly orderSecret: string | undefined;
  readonly adminToken: string | undefined;
  /** Who sends texts; without them no number is asked to be proven. */
  readonly texts: TextsWebhook | undefined;
  readonly policy: Policy;
}

const leastSecret = 32;
const day = 24 * 60 * 60 * 1000;
/** A browser keeps what it could not send for a day; the rest is for clocks that are wrong, and for pages left open. */
const clock = { ahead: day, behind: 30 * day };

/**
 * Reads the environment. Every variable stands in docs/collector.md.
 *
 * @throws {Error} one sentence without any secret, for the first that is wrong: better than at the first visitor
 */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>): Settings {
  const stores = storesFrom(env.HELLO_AGAIN_STORES);
  return {
    port: portFrom(env.PORT, 4174),
    host: env.HOST || undefined,
    database: databaseFrom(env),
    stores,
    trustProxy: proxiesFrom(env.HELLO_AGAIN_TRUST_PROXY),
    linkKeys: linkKeysFrom(env),
    orderSecret: orderSecretFrom(env.HELLO_AGAIN_ORDER_SECRET),
    adminToken: adminTokenFrom(env),
    texts: textsFrom(env),
    policy: {
      origins: originsFrom(env.HELLO_AGAIN_ORIGINS),
      ...(stores.length === 1 && stores[0] !== undefined ? { defaultStore: stores[0] } : {}),
      limits: {
        perAddress: numberFrom('HELLO_AGAIN_RATE_ADDRESS', env.HELLO_AGAIN_RATE_ADDRESS, 60),
        perStore: numberFrom('HELLO_AGAIN_RATE_STORE', env.HELLO_AGAIN_RATE_STORE, 6000),
      },
      minimumFill: numberFrom('HELLO_AGAIN_MINIMUM_FILL', env.HELLO_AGAIN_MINIMUM_FILL, 1000),
      phones: phonesFrom(env.HELLO_AGAIN_PHONES),
      ...couponFrom(env.HELLO_AGAIN_COUPON),
      clock,
      takesFaults: false,
    },
  };
}

function databaseFrom(env: Readonly<Record<string, string | undefined>>): Settings['database'] {
  const { DATABASE_URL: url } = env;
  if (!url) return { folder: resolve(env.HELLO_AGAIN_DATA || '.data/collector') };
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Error('DATABASE_URL must be an address, as in postgres://user:password@host:5432/name.');
  }
  const connections = numberFrom('HELLO_AGAIN_CONNECTIONS', env.HELLO_AGAIN_CONNECTIONS, 10, 1);
  return { url, connections };
}

function orderSecretFrom(text: string | undefined): string | undefined {
  if (text && Buffer.byteLength(text) < leastSecret) {
    throw new Error(`HELLO_AGAIN_ORDER_SECRET must have ${leastSecret} bytes or more.`);
  }
  return text || undefined;
}

function phonesFrom(text: string | undefined): Policy['phones'] {
  if (!text || text === 'valid') return 'valid';
  if (text === 'possible') return text;
  throw new Error('HELLO_AGAIN_PHONES must be valid or possible.');
}
