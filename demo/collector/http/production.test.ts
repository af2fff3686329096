import { randomUUID } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import { expect, test } from 'vitest';
import { orderSecret, submissionFor, typed } from '../../shop/test/demo.ts';
import { signatureOf } from '../orders/registerCheckouts.ts';
import { onEachDatabase } from '../store/test/onEachDatabase.ts';
import { shopOrigin, startProduction } from '../test/production.ts';

const email = 'stranger@example.com';
const phone = '+447911123456';

onEachDatabase((database) => {
  test('the collector accepts a sign-up, and starts with nobody on file', async () => {
    const { deps, store, submit } = await startProduction(database());
    expect((await submit(typed(email, phone))).json()).toMatchObject({ outcome: 'accepted' });
    const profiles = deps.database.selectFrom('profiles').select('email').where('store', '=', store);
    expect(await profiles.execute()).toEqual([{ email }]);
  });

  test('the collector accepts declared stores only, and creates no other', async () => {
    const { app, deps, submit } = await startProduction(database());
    const store = `other-${randomUUID()}`;
    const lookup = { version: 1, store, identifiers: [] };
    const order = JSON.stringify({ id: '1', email });
    const signed = { 'content-type': 'application/json', 'x-order-signature': signatureOf(order, orderSecret) };
    const requests: InjectOptions[] = [
      { url: '/v1/submissions', payload: submissionFor(store, typed(email, phone)) },
      { url: '/v1/lookup', payload: lookup },
      { url: `/v1/checkouts?store=${store}`, payload: order, headers: signed },
    ];
    for (const request of requests) {
      const answer = await app.inject({ method: 'POST', ...request });
      expect([answer.statusCode, answer.json().errors]).toEqual([422, [{ field: 'store', code: 'store.unknown' }]]);
    }
    expect((await submit({})).statusCode).toBe(422);
    const rows = deps.database.selectFrom('stores').select('name').where('name', '=', store);
    expect(await rows.execute()).toEqual([]);
  });

  test('an order without a store belongs to the only store, and has to name one of several', async () => {
    const order = JSON.stringify({ id: randomUUID(), email });
    const signed = { 'content-type': 'application/json', 'x-order-signature': signatureOf(order, orderSecret) };
    const statusOf = async (env: Record<string, string>) => {
      const { app } = await startProduction(database(), env);
      return (await app.inject({ method: 'POST', url: '/v1/checkouts', payload: order, headers: signed })).statusCode;
    };
    expect(await statusOf({})).toBe(200);
    expect(await statusOf({ HELLO_AGAIN_STORES: 'one,two' })).toBe(422);
  });

  test('the collector reveals nothing on file, and simulates no faults on request', async () => {
    const { app, store, submit } = await startProduction(database());
    for (const path of ['/', '/profiles', '/api/profiles', '/api/submissions', '/api/mails', '/api/rules']) {
      expect((await app.inject(`${path}?store=${store}`)).statusCode, path).toBe(404);
    }
    const reset = await app.inject({ method: 'POST', url: `/api/reset?store=${store}` });
    expect(reset.statusCode).toBe(404);
    const url = '/v1/submissions?status=503&drop=1&delay=9000';
    const payload = submissionFor(store, typed(email, phone));
    expect((await app.inject({ method: 'POST', url, payload })).statusCode).toBe(200);
    expect((await submit(typed(email, phone))).statusCode).toBe(200);
  });
});

onEachDatabase((database) => {
  const preflight = { method: 'OPTIONS', url: '/v1/submissions' } as const;

  test('the shop’s pages may post, and may read Retry-After', async () => {
    const { app, submit } = await startProduction(database(), {
      HELLO_AGAIN_ORIGINS: `${shopOrigin}, https://www.shop.example`,
    });
    const allowed = await app.inject({ ...preflight, headers: { origin: 'https://www.shop.example' } });
    expect(allowed.statusCode).toBe(204);
    expect(allowed.headers).toMatchObject({
      'access-control-allow-origin': 'https://www.shop.example',
      'access-control-allow-headers': 'content-type',
      vary: 'origin',
    });
    const { headers } = await submit({});
    expect(headers['access-control-allow-origin']).toBe(shopOrigin);
    expect(headers['access-control-expose-headers']).toBe('retry-after');
  });

  test.each(['https://evil.example', 'null', 'https://shop.example.evil.example', 'http://shop.example'])(
    'a page of %s may not post by any content type',
    async (origin) => {
      const { app, deps, store, submit } = await startProduction(database());
      for (const answer of [
        await app.inject({ ...preflight, headers: { origin } }),
        await submit(typed(email, phone), { origin }),
        // Needs no preflight.
        await app.inject({
          method: 'POST',
          url: '/v1/submissions',
          payload: JSON.stringify(submissionFor(store, typed(email, phone))),
          headers: { origin, 'content-type': 'text/plain' },
        }),
      ]) {
        expect(answer.statusCode).toBe(403);
        expect(answer.headers['access-control-allow-origin']).toBeUndefined();
        expect(answer.body).not.toContain(origin);
      }
      const rows = deps.database.selectFrom('submissions').select('id').where('store', '=', store);
      expect(await rows.execute()).toEqual([]);
    },
  );

  test('a request that comes from no page, such as another server’s, is accepted', async () => {
    const { app, store } = await startProduction(database());
    const payload = submissionFor(store, typed(email, phone));
    expect((await app.inject({ method: 'POST', url: '/v1/submissions', payload })).statusCode).toBe(200);
  });

  test('an address over its limit gets a 429 that says when to come back, readable for the page', async () => {
    let now = Date.now();
    const { app, submit } = await startProduction(database(), { HELLO_AGAIN_RATE_ADDRESS: '2' }, { now: () => now });
    expect([(await submit({})).statusCode, (await submit({})).statusCode]).toEqual([422, 422]);
    const refused = await submit(typed(email, phone));
    expect(refused.statusCode).toBe(429);
    expect(refused.headers).toMatchObject({
      'retry-after': '30',
      'access-control-allow-origin': shopOrigin,
      'access-control-expose-headers': 'retry-after',
      'content-type': expect.stringContaining('application/problem+json'),
    });
    // A refused preflight would hide the answer, and a counted one would take the place of a sign-up.
    expect((await app.inject({ ...preflight, headers: { origin: shopOrigin } })).statusCode).toBe(204);
    expect((await app.inject('/healthz')).statusCode).toBe(200);
    now += 30_000;
    expect((await submit(typed(email, phone))).statusCode).toBe(200);
  });

  test('each address has its own limit, and X-Forwarded-For counts only from a trusted proxy', async () => {
    const statuses = async (env: Record<string, string>) => {
      const { submit } = await startProduction(database(), { HELLO_AGAIN_RATE_ADDRESS: '1', ...env });
      const from = (address: string) => submit({}, { 'x-forwarded-for': address });
      return [await from('192.0.2.1'), await from('192.0.2.2'), await from('192.0.2.2')].map((a) => a.statusCode);
    };
    expect(await statuses({})).toEqual([422, 429, 429]);
    expect(await statuses({ HELLO_AGAIN_TRUST_PROXY: '1' })).toEqual([422, 422, 429]);
    expect(await statuses({ HELLO_AGAIN_TRUST_PROXY: '127.0.0.0/8' })).toEqual([422, 422, 429]);
    expect(await statuses({ HELLO_AGAIN_TRUST_PROXY: '10.0.0.1' })).toEqual([422, 429, 429]);
  });

  test('addresses that a client puts before its proxy’s are not believed', async () => {
    const env = { HELLO_AGAIN_RATE_ADDRESS: '1', HELLO_AGAIN_TRUST_PROXY: '1' };
    const { submit } = await startProduction(database(), env);
    expect((await submit({}, { 'x-forwarded-for': '198.51.100.1, 192.0.2.1' })).statusCode).toBe(422);
    expect((await submit({}, { 'x-forwarded-for': '198.51.100.2, 192.0.2.1' })).statusCode).toBe(429);
  });

  test('a client is the same on every connection, where its proxy writes a port behind the address', async () => {
    for (const proxies of ['1', '127.0.0.0/8', '127.0.0.0/8,10.0.0.0/8']) {
      const env = { HELLO_AGAIN_RATE_ADDRESS: '1', HELLO_AGAIN_TRUST_PROXY: proxies };
      const { submit } = await startProduction(database(), env);
      const far = proxies.includes('10.') ? ', 10.0.0.1:4711' : '';
      const from = (address: string) => submit({}, { 'x-forwarded-for': `${address}${far}` });
      const statuses = [
        await from('192.0.2.1:50001'),
        await from('192.0.2.1:50002'),
        await from('[2001:db8::1]:50001'),
        await from('2001:db8::2'),
      ].map(({ statusCode }) => statusCode);
      expect([proxies, ...statuses]).toEqual([proxies, 422, 429, 422, 429]);
    }
  });

  test('one network may ask so often, from however many addresses', async () => {
    const env = { HELLO_AGAIN_RATE_ADDRESS: '1', HELLO_AGAIN_TRUST_PROXY: '1', HELLO_AGAIN_RATE_NETWORK: '3' };
    const { submit } = await startProduction(database(), env);
    const statuses = await Promise.all(
      ['1', '2', '3', '4'].map((n) => submit({}, { 'x-forwarded-for': `2001:db8:1:${n}::1` })),
    );
    expect(statuses.map(({ statusCode }) => statusCode)).toEqual([422, 422, 422, 429]);
    expect((await submit({}, { 'x-forwarded-for': '2001:db8:2::1' })).statusCode).toBe(422);
  });

  test('that a proxy stands there and none is named is said once, without an address', async () => {
    const said = async (env: Record<string, string>, headers: Record<string, string>) => {
      const lines: string[] = [];
      const { submit } = await startProduction(database(), env, { log: (line) => lines.push(line) });
      await submit({}, headers);
      await submit({}, headers);
      return lines.filter((line) => !line.startsWith('POST'));
    };
    const forwarded = { 'x-forwarded-for': '192.0.2.77' };
    const lines = await said({}, forwarded);
    expect(lines).toEqual([expect.stringMatching(/^warning: .*HELLO_AGAIN_TRUST_PROXY/)]);
    expect(lines.join()).not.toContain('192');
    expect(await said({}, { via: '1.1 proxy' })).toHaveLength(1);
    expect(await said({ HELLO_AGAIN_TRUST_PROXY: '1' }, forwarded)).toEqual([]);
    expect(await said({}, {})).toEqual([]);
  });

  test('one store may be asked for so often, whoever asks; a broken request is not counted for it', async () => {
    // One provider may have a third of it.
    const env = { HELLO_AGAIN_RATE_ADDRESS: '0', HELLO_AGAIN_RATE_STORE: '6' };
    const { app, store, submit } = await startProduction(database(), env);
    await submit({});
    await submit({});
    const lookup = { version: 1, store, identifiers: [] };
    expect((await app.inject({ method: 'POST', url: '/v1/lookup', payload: lookup })).statusCode).toBe(200);
    expect((await submit(typed(email, phone))).statusCode).toBe(200);
    const refused = await submit(typed(email, phone));
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '30']);
  });

  test('every answer has the headers of a server without pages', async () => {
    const { app, submit } = await startProduction(database(), { HELLO_AGAIN_TRUST_PROXY: '1' });
    for (const answer of [await submit({}), await app.inject('/none'), await app.inject('/healthz')]) {
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'cross-origin-resource-policy': 'cross-origin',
      });
      expect(answer.headers['strict-transport-security']).toBeUndefined();
    }
    const secure = await submit({}, { 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.1' });
    expect(secure.headers['strict-transport-security']).toBe('max-age=31536000');
  });
});
