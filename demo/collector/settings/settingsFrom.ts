import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { isSupportedCountry } from 'libphonenumber-js/max';
import { usualClock } from '../../../widget/relay/index.ts';
import type { TextsWebhook } from '../codes/sendByWebhook.ts';
import type { Policy } from '../dependencies.ts';
import { isStoreName } from '../http/storeOf.ts';
import type { LinkKeys } from '../links.ts';
import { type NamedSecrets, orderSecretsFrom } from '../orders/orderSecrets.ts';
import { revokedFrom } from '../revokedLinks.ts';
import { linkKeysFrom } from './linkKeysFrom.ts';
import { shopNamesFrom } from './shopNames.ts';

/** What the collector is started with. */
export interface Settings {
  readonly port: number;
  readonly host: string | undefined;
  readonly database: { readonly url: string; readonly connections: number } | { readonly folder: string };
  readonly stores: readonly string[];
  readonly trustProxy: Proxies | undefined;
  /** Connections at a time. */
  readonly connections: number;
  readonly linkKeys: LinkKeys | undefined;
  readonly revokedLinks: ReadonlySet<string>;
  readonly orderSecret: string | undefined;
  readonly orderSecrets: NamedSecrets;
  readonly adminToken: string | undefined;
  readonly nextAdminToken: string | undefined;
  /** Who sends texts; without them no number is asked to be proven. */
  readonly texts: TextsWebhook | undefined;
  readonly policy: Policy;
}

const leastSecret = 32;
const home = 'GB';

/**
 * Reads the environment. Every variable stands in docs/collector.md.
 *
 * @throws {Error} one sentence without any secret, for the first that is wrong: better than at the first visitor
 */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>): Settings {
  const stores = storesFrom(env.HELLO_AGAIN_STORES);
  const perAddress = numberFrom('HELLO_AGAIN_RATE_ADDRESS', env.HELLO_AGAIN_RATE_ADDRESS, 60);
  const [country = home] = countriesFrom('HELLO_AGAIN_COUNTRY', env.HELLO_AGAIN_COUNTRY || home);
  return {
    port: portFrom(env.PORT, 4174),
    host: env.HOST || undefined,
    database: databaseFrom(env),
    stores,
    trustProxy: proxiesFrom(env.HELLO_AGAIN_TRUST_PROXY),
    connections: numberFrom('HELLO_AGAIN_CLIENTS', env.HELLO_AGAIN_CLIENTS, 5000, 10),
    linkKeys: linkKeysFrom(env),
    revokedLinks: revokedFrom(env.HELLO_AGAIN_REVOKED_LINKS),
    orderSecret: orderSecretFrom(env.HELLO_AGAIN_ORDER_SECRET, stores),
    orderSecrets: orderSecretsFrom(env.HELLO_AGAIN_ORDER_SECRETS),
    adminToken: adminTokenFrom(env),
    nextAdminToken: adminTokenFrom(env, 'HELLO_AGAIN_ADMIN_TOKEN_NEXT'),
    texts: textsFrom(env),
    policy: {
      origins: originsFrom(env.HELLO_AGAIN_ORIGINS),
      ...(stores.length === 1 && stores[0] !== undefined ? { defaultStore: stores[0] } : {}),
      limits: {
        perAddress,
        perNetwork: numberFrom('HELLO_AGAIN_RATE_NETWORK', env.HELLO_AGAIN_RATE_NETWORK, 10 * perAddress),
        perStore: numberFrom('HELLO_AGAIN_RATE_STORE', env.HELLO_AGAIN_RATE_STORE, 6000),
      },
      minimumFill: numberFrom('HELLO_AGAIN_MINIMUM_FILL', env.HELLO_AGAIN_MINIMUM_FILL, 1000),
      phones: phonesFrom(env.HELLO_AGAIN_PHONES),
      prove: proveFrom(env),
      ...wordingsFrom(env.HELLO_AGAIN_WORDINGS),
      ...couponFrom(env.HELLO_AGAIN_COUPON),
      country,
      texts: {
        countries: countriesFrom('HELLO_AGAIN_TEXTS_COUNTRIES', env.HELLO_AGAIN_TEXTS_COUNTRIES || country),
        perHour: numberFrom('HELLO_AGAIN_TEXTS_HOUR', env.HELLO_AGAIN_TEXTS_HOUR, 30),
      },
      shopOf: shopNamesFrom(env.HELLO_AGAIN_STORE_NAMES, stores),
      clock: usualClock,
      takesFaults: false,
      takesTests: false,
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

function orderSecretFrom(text: string | undefined, stores: readonly string[]): string | undefined {
  if (text && stores.length > 1) {
    throw new Error('HELLO_AGAIN_ORDER_SECRET is for one store: give each its own in HELLO_AGAIN_ORDER_SECRETS.');
  }
  if (text && Buffer.byteLength(text) < leastSecret) {
    throw new Error(`HELLO_AGAIN_ORDER_SECRET must have ${leastSecret} bytes or more.`);
  }
  return text || undefined;
}

/**
 * Countries by their codes.
 *
 * @throws {Error} one sentence, where one is none
 */
function countriesFrom(name: string, text: string): readonly string[] {
  const codes = text.split(',').map((code) => code.trim().toUpperCase());
  if (codes.every((code) => isSupportedCountry(code))) return codes;
  throw new Error(`${name} must be of countries’ codes, as in GB,IE.`);
}

function phonesFrom(text: string | undefined): Policy['phones'] {
  if (!text || text === 'valid') return 'valid';
  if (text === 'possible') return text;
  throw new Error('HELLO_AGAIN_PHONES must be valid or possible.');
}

/**
 * The entries of a list.
 *
 * @throws {Error} one sentence, which names the place of the first that is wrong, and not what stands there
 */
function listFrom(name: string, text: string, isRight: (entry: string) => boolean, must: string): readonly string[] {
  const entries = text.split(',').map((entry) => entry.trim());
  const wrong = entries.findIndex((entry) => !isRight(entry));
  if (wrong >= 0) throw new Error(`${name}, entry ${wrong + 1}: it must be ${must}`);
  return entries;
}

/** The stores that a list names. */
function storesFrom(text: string | undefined): readonly string[] {
  const name = 'HELLO_AGAIN_STORES';
  if (!text)
    throw new Error(`${name} must name the stores to collect for, as in harbor-coffee: each widget’s \`store\`.`);
  return [...new Set(listFrom(name, text, isStoreName, 'made of a to z, 0 to 9 and hyphens, 60 at most.'))];
}

/** The origins that a list names. */
function originsFrom(text = ''): Policy['origins'] {
  const name = 'HELLO_AGAIN_ORIGINS';
  if (text.trim() === '') {
    throw new Error(`${name} must name the pages that may post, as in https://shop.example, or * for any page.`);
  }
  if (text.trim() === '*') return '*';
  const must = 'an origin and nothing else, as in https://shop.example.';
  return listFrom(name, text, (entry) => originOf(entry) === entry, must);
}

function originOf(text: string): string | undefined {
  return /^https?:/.test(text) && URL.canParse(text) ? new URL(text).origin : undefined;
}

/** Addresses, or a look at each address from the nearest on. */
type Proxies = string[] | ((address: string, hop: number) => boolean);

/**
 * Whose word about a client's address is taken: how many proxies stand before this server, or their addresses. Never
 * everybody's, for then a client could count as a new one with every request.
 *
 * @throws {Error} one sentence, where it is neither
 */
function proxiesFrom(text: string | undefined): Proxies | undefined {
  if (!text) return undefined;
  if (/^[1-9]$/.test(text)) return (_address, hop) => hop < Number(text);
  const entries = text.split(',').map((entry) => entry.trim());
  if (entries.every(isNetwork)) return entries;
  throw new Error(
    'HELLO_AGAIN_TRUST_PROXY must be how many proxies stand before the collector, or their addresses, as in 10.0.0.0/8.',
  );
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/**
 * Who sends texts, and what tells them that it is us.
 *
 * @throws {Error} one sentence, where it is no address, or a token that can be guessed
 */
function textsFrom(env: Readonly<Record<string, string | undefined>>): TextsWebhook | undefined {
  const { HELLO_AGAIN_TEXTS_URL: url, HELLO_AGAIN_TEXTS_TOKEN: token } = env;
  if (token && !/^[\x21-\x7e]+$/.test(token)) {
    throw new Error('HELLO_AGAIN_TEXTS_TOKEN must be of letters, digits and signs, without a space.');
  }
  if (token && token.length < leastSecret) {
    throw new Error(`HELLO_AGAIN_TEXTS_TOKEN must have ${leastSecret} characters or more.`);
  }
  if (!url) return undefined;
  if (!/^https?:\/\//.test(url) || !URL.canParse(url) || new URL(url).username !== '') {
    throw new Error('HELLO_AGAIN_TEXTS_URL must be an address, as in https://shop.example/send-text.');
  }
  return { url, ...(token ? { token } : {}) };
}

/**
 * Whose number has to be proven.
 *
 * @throws {Error} one sentence, where it is nobody known, or everybody's and nobody sends texts
 */
function proveFrom(env: Readonly<Record<string, string | undefined>>): Policy['prove'] {
  const { HELLO_AGAIN_PROVE: prove, HELLO_AGAIN_TEXTS_URL: url } = env;
  if (!prove || prove === 'when-needed') return 'when-needed';
  if (prove !== 'always') throw new Error('HELLO_AGAIN_PROVE must be when-needed or always.');
  if (!url) throw new Error('HELLO_AGAIN_PROVE=always needs HELLO_AGAIN_TEXTS_URL: codes are sent by text.');
  return prove;
}

/** The consent wordings that the owner shows, by their hashes. */
function wordingsFrom(text: string | undefined): Pick<Policy, 'wordings'> {
  if (!text) return {};
  const isHash = (hash: string) => /^sha256-[0-9a-f]{64}$/.test(hash);
  const hashes = listFrom('HELLO_AGAIN_WORDINGS', text, isHash, 'the textHash of a consent, sha256-…');
  return { wordings: new Set(hashes) };
}

/**
 * What opens the records of people, as the environment names it: `HELLO_AGAIN_ADMIN_TOKEN`.
 *
 * @throws {Error} one sentence without the token, where it is short enough to be guessed
 */
export function adminTokenFrom(
  env: Readonly<Record<string, string | undefined>>,
  name = 'HELLO_AGAIN_ADMIN_TOKEN',
): string | undefined {
  const token = env[name];
  if (!token) return undefined;
  if (!/^[\x21-\x7e]+$/.test(token) || token.length < leastSecret) {
    throw new Error(`${name} must have ${leastSecret} characters or more, letters, digits and signs only.`);
  }
  return token;
}

/**
 * The code that a sign-up is thanked with.
 *
 * @throws {Error} one sentence, where no popup would show it
 */
export function couponFrom(text: string | undefined): Pick<Policy, 'coupon'> {
  if (!text) return {};
  if (!/^[\x21-\x7e]{1,60}$/.test(text)) {
    throw new Error('HELLO_AGAIN_COUPON must be a code of letters, digits and signs, 60 at most.');
  }
  return { coupon: text };
}

/** @throws {Error} one sentence, where it is no port */
export function portFrom(text: string | undefined, usual: number): number {
  const port = Number(text || usual);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('PORT must be a number up to 65535.');
  return port;
}

/**
 * A setting that is a whole number.
 *
 * @throws {Error} one sentence, where it is none
 */
function numberFrom(name: string, text: string | undefined, usual: number, least = 0): number {
  if (!text) return usual;
  const number = Number(text);
  if (/^\d{1,9}$/.test(text) && number >= least) return number;
  throw new Error(`${name} must be a whole number, ${least} or more.`);
}
