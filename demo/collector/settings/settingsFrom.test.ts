import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settingsFrom } from './settingsFrom.ts';

const required = { HELLO_AGAIN_STORES: 'shop', HELLO_AGAIN_ORIGINS: 'https://shop.example' };
const hush = 'hush-hush';

test('the needed settings are enough, and the others get their defaults', () => {
  const { policy, ...settings } = settingsFrom(required);
  expect(settings).toMatchObject({ port: 4174, host: undefined, stores: ['shop'], trustProxy: undefined });
  expect(settings.database).toEqual({ folder: expect.stringMatching(/collector$/) });
  expect(policy.shopOf('shop')).toBe('Shop');
  expect(policy).toEqual({
    country: 'GB',
    texts: { countries: ['GB'], perHour: 30 },
    shopOf: expect.any(Function),
    origins: ['https://shop.example'],
    defaultStore: 'shop',
    limits: { perAddress: 60, perNetwork: 600, perStore: 6000 },
    minimumFill: 1000,
    phones: 'valid',
    prove: 'when-needed',
    clock: { ahead: 24 * 3_600_000, behind: 30 * 24 * 3_600_000 },
    takesFaults: false,
    takesTests: false,
  });
});

test('what a network may ask follows what an address may, unless it is said', () => {
  const perNetwork = (env: Record<string, string>) => settingsFrom({ ...required, ...env }).policy.limits?.perNetwork;
  expect(perNetwork({ HELLO_AGAIN_RATE_ADDRESS: '5' })).toBe(50);
  expect(perNetwork({ HELLO_AGAIN_RATE_ADDRESS: '0' })).toBe(0);
  expect(perNetwork({ HELLO_AGAIN_RATE_NETWORK: '7' })).toBe(7);
});

test('lists', () => {
  const env = { HELLO_AGAIN_STORES: 'a, b,a', HELLO_AGAIN_ORIGINS: 'http://localhost:5173, https://b.example' };
  const { stores, policy } = settingsFrom(env);
  expect(stores).toEqual(['a', 'b']);
  expect(policy.origins).toEqual(['http://localhost:5173', 'https://b.example']);
  expect(policy.defaultStore).toBeUndefined();
  expect(settingsFrom({ ...required, HELLO_AGAIN_ORIGINS: '*' }).policy.origins).toBe('*');
});

test('texts and a coupon are read', () => {
  const token = 't'.repeat(32);
  const url = 'https://shop.example/send-text';
  expect(settingsFrom({ ...required, HELLO_AGAIN_TEXTS_URL: url }).texts).toEqual({ url });
  const env = {
    ...required,
    HELLO_AGAIN_TEXTS_URL: url,
    HELLO_AGAIN_TEXTS_TOKEN: token,
    HELLO_AGAIN_COUPON: 'BEANS10',
  };
  expect(settingsFrom(env)).toMatchObject({ texts: { url, token }, policy: { coupon: 'BEANS10' } });
});

test.each<[string, Record<string, string | undefined>, RegExp]>([
  ['no store', { HELLO_AGAIN_STORES: undefined }, /^HELLO_AGAIN_STORES must name/],
  ['a store that can be none', { HELLO_AGAIN_STORES: `shop,${hush} x` }, /^HELLO_AGAIN_STORES, entry 2/],
  ['no origin', { HELLO_AGAIN_ORIGINS: '' }, /^HELLO_AGAIN_ORIGINS must name/],
  ['an origin with a path', { HELLO_AGAIN_ORIGINS: 'https://shop.example/' }, /^HELLO_AGAIN_ORIGINS, entry 1/],
  ['an origin and any', { HELLO_AGAIN_ORIGINS: 'https://shop.example,*' }, /^HELLO_AGAIN_ORIGINS, entry 2/],
  ['a host alone', { HELLO_AGAIN_ORIGINS: 'shop.example' }, /^HELLO_AGAIN_ORIGINS, entry 1/],
  ['a port', { PORT: '99999' }, /^PORT must be/],
  ['a word for a port', { PORT: 'x' }, /^PORT must be/],
  ['a database', { DATABASE_URL: `mysql://root:${hush}@db/x` }, /^DATABASE_URL must be/],
  ['half an address', { DATABASE_URL: `postgres://root:${hush}@` }, /^DATABASE_URL must be/],
  ['connections', { DATABASE_URL: 'postgres://db/x', HELLO_AGAIN_CONNECTIONS: '0' }, /^HELLO_AGAIN_CONNECTIONS/],
  ['a country that is none', { HELLO_AGAIN_COUNTRY: 'XX' }, /^HELLO_AGAIN_COUNTRY must be/],
  ['countries', { HELLO_AGAIN_TEXTS_COUNTRIES: 'GB,England' }, /^HELLO_AGAIN_TEXTS_COUNTRIES must be/],
  ['a rate', { HELLO_AGAIN_RATE_ADDRESS: '-1' }, /^HELLO_AGAIN_RATE_ADDRESS must be a whole number, 0 or more/],
  ['another rate', { HELLO_AGAIN_RATE_STORE: '1e3' }, /^HELLO_AGAIN_RATE_STORE/],
  ['a time', { HELLO_AGAIN_MINIMUM_FILL: '1s' }, /^HELLO_AGAIN_MINIMUM_FILL/],
  ['phones', { HELLO_AGAIN_PHONES: 'all' }, /^HELLO_AGAIN_PHONES/],
  ['everybody’s word', { HELLO_AGAIN_TRUST_PROXY: 'true' }, /^HELLO_AGAIN_TRUST_PROXY/],
  ['a network that is none', { HELLO_AGAIN_TRUST_PROXY: '10.0.0.0/33' }, /^HELLO_AGAIN_TRUST_PROXY/],
  ['a short secret of orders', { HELLO_AGAIN_ORDER_SECRET: hush }, /^HELLO_AGAIN_ORDER_SECRET must have 32/],
  ['a short secret of links', { HELLO_AGAIN_LINK_KEYS: `a:${hush}` }, /must have 32 bytes/],
  ['no coupon', { HELLO_AGAIN_COUPON: `${hush} 10` }, /^HELLO_AGAIN_COUPON/],
  ['a long coupon', { HELLO_AGAIN_COUPON: hush.repeat(9) }, /^HELLO_AGAIN_COUPON/],
  ['no sender of texts', { HELLO_AGAIN_TEXTS_URL: `ftp://${hush}` }, /^HELLO_AGAIN_TEXTS_URL/],
  ['a sender with a password', { HELLO_AGAIN_TEXTS_URL: `https://u:${hush}@x` }, /^HELLO_AGAIN_TEXTS_URL/],
  ['a short token of texts', { HELLO_AGAIN_TEXTS_TOKEN: hush }, /^HELLO_AGAIN_TEXTS_TOKEN must have 32/],
  [
    'a token of texts with a space',
    { HELLO_AGAIN_TEXTS_TOKEN: `${hush} ${hush.repeat(4)}` },
    /^HELLO_AGAIN_TEXTS_TOKEN/,
  ],
  ['a short token', { HELLO_AGAIN_ADMIN_TOKEN: hush }, /^HELLO_AGAIN_ADMIN_TOKEN/],
])('%s is reported in one sentence, without the given value', (_name, env, sentence) => {
  const read = () => settingsFrom({ ...required, ...env });
  expect(read).toThrow(sentence);
  expect(read).not.toThrow(/hush/);
  expect(read).not.toThrow(/\n/);
});

test('docs/collector.md has every setting, and no other', () => {
  const asked = new Set<string>();
  const env = new Proxy<Record<string, string | undefined>>(
    { ...required, DATABASE_URL: 'postgres://db/x' },
    {
      get(target, name) {
        asked.add(String(name));
        return target[String(name)];
      },
    },
  );
  settingsFrom(env);
  settingsFrom(
    new Proxy({ ...required } as Record<string, string | undefined>, {
      get(target, name) {
        asked.add(String(name));
        return target[String(name)];
      },
    }),
  );
  const document = readFileSync(join(import.meta.dirname, '../../../docs/collector.md'), 'utf8');
  const [, table = ''] = /<!-- settings -->([\s\S]*?)<!-- \/settings -->/.exec(document) ?? [];
  const told = [...table.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
  expect(told.sort()).toEqual([...asked].sort());
});
