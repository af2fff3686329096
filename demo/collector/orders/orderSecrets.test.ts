import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { onEachDatabase } from '../store/test/onEachDatabase.ts';
import { startProduction } from '../test/production.ts';
import { orderSecrets, orderSecretsFrom } from './orderSecrets.ts';
import { signatureOf } from './registerCheckouts.ts';

const secret = (letter: string) => letter.repeat(32);
const day = 24 * 60 * 60 * 1000;

onEachDatabase((database) => {
  /** Two stores with secrets of their own, and what a shop posts to either. */
  async function shops(lone?: string) {
    const [a, b] = [`a-${randomUUID()}`, `b-${randomUUID()}`];
    const named = `${a}/shopify:${secret('1')},${a}/plain:${secret('2')},${b}/shopify:${secret('3')}`;
    const env = { HELLO_AGAIN_STORES: `${a},${b}`, HELLO_AGAIN_ORDER_SECRETS: lone ? '' : named };
    const { app, deps } = await startProduction(database(), env, { orderSecret: lone });
    const post = async (
      store: string,
      shape: 'shopify' | 'woocommerce' | 'plain',
      body: object | string,
      { by = secret('1'), topic = 'orders/create' } = {},
    ) => {
      const payload = typeof body === 'string' ? body : JSON.stringify(body);
      const header = {
        shopify: 'x-shopify-hmac-sha256',
        woocommerce: 'x-wc-webhook-signature',
        plain: 'x-order-signature',
      };
      const topics = { 'x-shopify-topic': topic, 'x-wc-webhook-topic': topic };
      const headers = { 'content-type': 'application/json', ...topics, [header[shape]]: signatureOf(payload, by) };
      const answer = await app.inject({ method: 'POST', url: `/v1/checkouts?store=${store}`, payload, headers });
      return [answer.statusCode, answer.json().ignored === true ? 'ignored' : ''];
    };
    const orders = async () => {
      const rows = deps.database.selectFrom('orders').select('id').where('store', 'in', [a, b]);
      return (await rows.execute()).length;
    };
    return { a, b, post, orders };
  }
  const order = (about: object = {}) => ({ id: Date.now(), email: `${randomUUID()}@example.com`, ...about });

  test('an order of one store was taken for another, or as another shape', async () => {
    const { a, b, post, orders } = await shops();
    const body = order();
    expect(await post(b, 'shopify', body)).toEqual([401, '']);
    expect(await post(a, 'plain', body)).toEqual([401, '']);
    expect(await post(a, 'woocommerce', body)).toEqual([401, '']);
    expect(await orders()).toBe(0);
    expect(await post(a, 'shopify', body)).toEqual([200, '']);
    expect(await post(b, 'shopify', order(), { by: secret('3') })).toEqual([200, '']);
    expect(await orders()).toBe(2);
  });

  test('a store and shape that nobody named could be signed for with an empty secret, or with another’s', async () => {
    const { b, post } = await shops();
    for (const by of ['', 'undefined', secret('1'), secret('3')]) {
      expect(await post(b, 'plain', order(), { by })).toEqual([401, '']);
    }
  });

  test('with one secret for all, a body counted twice: for another store, or as another shape', async () => {
    const { a, b, post, orders } = await shops(secret('l'));
    const by = secret('l');
    const body = order();
    expect(await post(a, 'shopify', body, { by })).toEqual([200, '']);
    expect(await post(b, 'shopify', body, { by })).toEqual([200, '']);
    expect(await post(a, 'plain', body, { by })).toEqual([200, '']);
    expect(await orders()).toBe(1);
  });

  test.each([
    ['placed long ago', { created_at: new Date(Date.now() - 8 * day).toISOString() }],
    ['of the day after tomorrow', { created_at: new Date(Date.now() + 2 * day).toISOString() }],
    ['of no time at all', { created_at: 'yesterday' }],
    ['that is a customer', { admin_graphql_api_id: 'gid://shopify/Customer/1' }],
  ])('an order %s counted, under a topic that no signature covers', async (_which, about) => {
    const { a, post, orders } = await shops();
    expect(await post(a, 'shopify', order(about))).toEqual([200, 'ignored']);
    expect(await orders()).toBe(0);
  });

  test('an order of yesterday, in the shop’s own time zone, did not count', async () => {
    const { a, post, orders } = await shops();
    const local = `${new Date(Date.now() - day).toISOString().slice(0, 19)}-05:00`;
    expect(await post(a, 'shopify', order({ created_at: local }))).toEqual([200, '']);
    expect(await orders()).toBe(1);
  });

  test('neither topic nor shape told, an update made an order', async () => {
    const { a, post, orders } = await shops();
    const body = order();
    expect(await post(a, 'shopify', body, { topic: 'orders/updated' })).toEqual([200, 'ignored']);
    expect(await post(a, 'shopify', body, { topic: '' })).toEqual([200, 'ignored']);
    expect(await orders()).toBe(0);
  });
});

describe('the secrets of orders', () => {
  test.each([
    'shop',
    `shop:${secret('x')}`,
    `shop/shopify:${secret('x').slice(1)}`,
    `shop/ebay:${secret('x')}`,
    `a/shopify:${secret('x')},a/plain:${secret('x')}`,
    `a/shopify:${secret('x')},a/shopify:${secret('y')}`,
  ])('%s was taken', (text) => {
    expect(() => orderSecretsFrom(text)).toThrow(/^HELLO_AGAIN_ORDER_SECRETS, entry \d: /);
    expect(() => orderSecretsFrom(text)).not.toThrow(/xxx/);
  });

  test('two that nobody named were the same', () => {
    const secretOf = orderSecrets(new Map(), undefined, 'kept');
    const made = [secretOf('a', 'plain'), secretOf('b', 'plain'), secretOf('a', 'shopify')];
    expect(new Set(made).size).toBe(3);
    expect(made.every((one) => one.length >= 43)).toBe(true);
  });
});
