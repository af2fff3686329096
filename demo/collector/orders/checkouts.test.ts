import { randomInt, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { hostedWebhook } from '../../shop/server/hostedWebhook.ts';
import { people } from '../../shop/server/seed.ts';
import type { Order } from '../../shop/server/services.ts';
import { byLink, Demo, orderSecret } from '../../shop/test/demo.ts';
import { onEachDatabase } from '../store/test/onEachDatabase.ts';
import type { ShapeName } from './readOrder.ts';
import { signatureOf } from './registerCheckouts.ts';
import { shapes } from './shapes.ts';

const { ade } = people;
const free = { written: '07700 900982', e164: '+447700900982' };
const other = { written: '07700 900461', e164: '+447700900461' };
const everyShape = Object.keys(shapes) as ShapeName[];

onEachDatabase((database) => {
  let demo: Demo;
  let lines: string[] = [];

  beforeEach(async () => {
    demo = await Demo.start(database(), { log: (line) => lines.push(line) });
    await demo.profiles();
    // What nobody has proven may be replaced by an order.
    await database().updateTable('phones').set({ is_proven: false }).where('store', '=', demo.store).execute();
    lines = [];
  });

  /** Posts a body as that kind of shop does, signed unless told otherwise. */
  function post(shape: ShapeName, payload: string | Buffer, more: Readonly<Record<string, string>> = {}) {
    const { signatureHeader, topic } = shapes[shape];
    const headers = {
      'content-type': 'application/json',
      ...(topic ? { [topic.header]: topic.newOrder } : {}),
      [signatureHeader]: signatureOf(payload, orderSecret),
      ...more,
    };
    return demo.post(`/v1/checkouts?store=${demo.store}`, payload, { headers });
  }

  const order = (shape: ShapeName, about: Order, id: string = randomUUID()) =>
    post(shape, hostedWebhook(shape, id, about).payload);

  const phonesOf = async (name: string) => (await demo.profile(name)).phones;

  describe.each(everyShape)('an order in the format of %s', (shape) => {
    test('with another number loses the consent, as the lookup says, and a sign-up regains it', async () => {
      const answer = await order(shape, { email: ade.email, phone: free.written });
      expect([answer.statusCode, answer.json().id]).toEqual([200, expect.stringMatching(`^${shape}:.`)]);
      expect(await phonesOf(ade.name)).toMatchObject([
        { number: ade.number, isCurrent: false, consent: 'subscribed' },
        { number: free.e164, isCurrent: true, consent: 'never' },
      ]);
      const token = await demo.token('ade');
      const identifiers = [{ field: 'profile', issuer: 'own', value: token }];
      const lookup = await demo.post('/v1/lookup', { version: 1, store: demo.store, identifiers });
      expect(lookup.json()).toMatchObject({ sms: 'lost' });
      await demo.submit(byLink(token, free.e164));
      expect((await phonesOf(ade.name))[1]).toMatchObject({ number: free.e164, consent: 'subscribed' });
    });

    test('changes nothing when it is repeated, at once or later and changed', async () => {
      const id = randomUUID();
      const answers = await Promise.all(
        [1, 2, 3].map(() => order(shape, { email: ade.email, phone: free.written }, id)),
      );
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
      expect((await order(shape, { email: ade.email, phone: other.written }, id)).statusCode).toBe(200);
      expect(await phonesOf(ade.name)).toMatchObject([{ number: ade.number }, { number: free.e164, isCurrent: true }]);
    });

    test('without a buyer or with an invalid number is answered 200 and adds nothing', async () => {
      expect((await order(shape, {})).statusCode).toBe(200);
      expect((await order(shape, { email: ade.email, phone: 'after six' })).statusCode).toBe(200);
      expect(await phonesOf(ade.name)).toHaveLength(1);
      expect(await demo.profiles()).toHaveLength(4);
    });

    test('is answered 401 without effect when its signature is wrong, empty, of other bytes or hexadecimal', async () => {
      const { payload } = hostedWebhook(shape, randomUUID(), { email: ade.email, phone: free.written });
      const { signatureHeader } = shapes[shape];
      const signature = signatureOf(payload, orderSecret);
      for (const wrong of [
        'wrong',
        '',
        signatureOf(payload, 'p'.repeat(32)),
        signatureOf(`${payload} `, orderSecret),
        Buffer.from(signature, 'base64').toString('hex'),
        `${signature}, ${signature}`,
      ]) {
        const answer = await post(shape, payload, { [signatureHeader]: wrong });
        expect(answer.statusCode, wrong).toBe(401);
        expect(answer.json().errors).toEqual([{ field: signatureHeader, code: 'signature' }]);
      }
      expect(await phonesOf(ade.name)).toHaveLength(1);
    });

    test.each([
      ['a list', '[]', 422],
      ['nothing', 'null', 422],
      ['a text', '"order"', 422],
      ['no id', '{}', 422],
      ['an id that is an object', '{"id":{"toString":1}}', 422],
      ['a text with a character that no database takes', '{"id":"1\\u0000"}', 422],
      ['a very long id', `{"id":"${'1'.repeat(101)}"}`, 422],
      ['only a prototype', '{"__proto__":{"id":"1"}}', 422],
      ['a constructor', '{"constructor":{"prototype":{"id":"1"}}}', 422],
      ['parts that are texts and lists', '{"id":1,"billing":"x","customer":[1],"email":[],"phone":{}}', 422],
      ['wrong types inside', '{"id":1,"email":1,"billing":{"email":true},"customer":{"phone":7}}', 422],
      ['no JSON', '{', 400],
      ['depths', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 422],
      ['no text at all', Buffer.from([0xff, 0x00, 0xfe]), 400],
    ])('with a valid signature and %s is refused with an error', async (_name, payload, status) => {
      const answer = await post(shape, payload);
      expect(answer.statusCode).toBe(status);
      expect(answer.json().errors).toHaveLength(1);
      expect(await demo.profiles()).toHaveLength(4);
    });

    test('is answered 413 when it is too large', async () => {
      expect((await post(shape, `"${'x'.repeat(1024 * 1024)}"`)).statusCode).toBe(413);
    });

    test('of a hundred lines is not too large', async () => {
      const { payload } = hostedWebhook(shape, randomUUID(), { email: ade.email, phone: free.written });
      const lines = Array.from({ length: 100 }, (_, id) => ({ id, title: 'x'.repeat(1500) }));
      const answer = await post(shape, JSON.stringify({ ...JSON.parse(payload), line_items: lines }));
      expect(answer.statusCode).toBe(200);
    });
  });

  describe('a webhook that reports no new order', () => {
    test.each([
      ['shopify', 'orders/updated'],
      ['shopify', 'customers/create'],
      ['woocommerce', 'order.updated'],
      ['woocommerce', 'action.woocommerce_thankyou'],
      ['woocommerce', ''],
    ] as const)('is answered 200 and ignored when it is %s, %s', async (shape, topic) => {
      const { payload } = hostedWebhook(shape, randomUUID(), { email: ade.email, phone: free.written });
      const header = shapes[shape].topic?.header ?? '';
      const answer = await post(shape, payload, { [header]: topic });
      expect([answer.statusCode, answer.json()]).toEqual([200, { ignored: true }]);
      expect((await post(shape, payload, { [header]: topic, [shapes[shape].signatureHeader]: 'x' })).statusCode).toBe(
        401,
      );
      expect(await phonesOf(ade.name)).toHaveLength(1);
    });

    test('is answered 200 when it is the unsigned one that WooCommerce posts on saving', async () => {
      const form = (payload: string) =>
        demo.post('/v1/checkouts', payload, { headers: { 'content-type': 'application/x-www-form-urlencoded' } });
      expect((await form('webhook_id=12')).statusCode).toBe(200);
      expect((await form('webhook_id=12&id=1')).statusCode).toBe(401);
      expect((await form('id=1')).statusCode).toBe(401);
    });
  });

  test('an order never counts as consent, whatever was ticked in the shop', async () => {
    const stranger = 'stranger@example.com';
    const sms_marketing_consent = { state: 'subscribed', opt_in_level: 'single_opt_in' };
    const customer = { email: stranger, phone: free.e164, sms_marketing_consent, accepts_marketing: true };
    const body = { id: randomInt(1e12), email: stranger, buyer_accepts_marketing: true, customer };
    expect((await post('shopify', JSON.stringify(body))).statusCode).toBe(200);
    const profile = await demo.profile(stranger);
    expect(profile.emailConsent).toBe('never');
    expect(profile.phones).toMatchObject([{ number: free.e164, consent: 'never' }]);
  });

  test('orders with one number in two formats are two orders', async () => {
    const id = 1001;
    await post('shopify', JSON.stringify({ id, email: ade.email, phone: free.written }));
    await post('woocommerce', JSON.stringify({ id, billing: { email: ade.email, phone: other.written } }));
    await post('plain', JSON.stringify({ id: String(id), email: ade.email, phone: ade.number }));
    expect(await phonesOf(ade.name)).toMatchObject([
      { number: free.e164 },
      { number: other.e164 },
      { number: ade.number, isCurrent: true },
    ]);
  });

  test('a number without a calling code is read as one of the buyer’s country', async () => {
    const billing = { email: ade.email, phone: '(212) 555-0123', country: 'US' };
    await post('woocommerce', JSON.stringify({ id: 1, billing }));
    expect(await phonesOf(ade.name)).toMatchObject([{}, { number: '+12125550123', isCurrent: true }]);
  });

  test('the log has nothing of an order', async () => {
    await order('shopify', { email: ade.email, phone: free.written });
    await post('shopify', '{"id":1,"email":["ade@example.com"]}');
    expect(lines).toEqual([
      expect.stringMatching(/^POST \/v1\/checkouts 200 \d+ ms$/),
      expect.stringMatching(/^POST \/v1\/checkouts 422 \d+ ms$/),
    ]);
  });
});
