import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { keepMemory, memoryDomain } from './keepMemory.ts';

// As the widget's cookie library writes it: what may stand in a value stands there, the rest is escaped.
const value = "1{'a':[1%2C'b%20c']%2C'd':'e=f'}";

/** What a page at that address sets, for a browser with these cookies. */
async function setBy(
  url: string,
  cookie: string | undefined,
  about: { readonly domain?: string; readonly headers?: Record<string, string>; readonly method?: 'GET' | 'POST' } = {},
) {
  const { domain, headers = {}, method = 'GET' } = about;
  const app = Fastify();
  keepMemory(app, domain);
  app.get('/data', async () => ({ a: 1 }));
  app.all('/*', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('set-cookie', 'demo_store=mine').send('<p>Open</p>'),
  );
  const { host, pathname } = new URL(url);
  const answer = await app.inject({
    url: pathname,
    method,
    headers: { host, ...(cookie ? { cookie } : {}), ...headers },
  });
  return [answer.headers['set-cookie'] ?? []].flat().filter((text) => text !== 'demo_store=mine');
}

describe('a page sets the cookie of its request again', () => {
  test('with the same value, for a year, readable by scripts, beside the page’s other cookies', async () => {
    const year = `hello_again=${value}; Max-Age=31536000; Path=/; SameSite=Lax`;
    expect(await setBy('http://localhost:4173/', `a=b; hello_again=${value}; c=d`)).toEqual([year]);
  });

  test.each([
    ['http://localhost/', undefined, ''],
    ['http://localhost/', 'shop.example', ''],
    ['http://127.0.0.1/', 'shop.example', ''],
    ['http://[::1]/', undefined, ''],
    ['http://shop.example/', 'shop.example', '; Domain=shop.example'],
    ['http://www.shop.example/', 'shop.example', '; Domain=shop.example'],
  ])('at %s with the domain %s', async (url, domain, attribute) => {
    const [set = ''] = await setBy(url, `hello_again=${value}`, domain ? { domain } : {});
    expect(set).toBe(`hello_again=${value}; Max-Age=31536000; Path=/; SameSite=Lax${attribute}`);
  });

  test('with Secure where the visitor’s own connection is secure', async () => {
    const headers = { 'x-forwarded-proto': 'https' };
    expect(await setBy('http://localhost/', 'hello_again=1{}', { headers })).toEqual([
      'hello_again=1{}; Max-Age=31536000; Path=/; SameSite=Lax; Secure',
    ]);
  });
});

describe('no cookie is set', () => {
  test.each([
    ['no cookie at all', undefined],
    ['others', 'a=b; xhello_again=1; hello_again_outbox=1; hello_again'],
    ['an empty one', 'hello_again='],
    ['two of the name', 'hello_again=1; hello_again=2'],
    ['one that is too large', `hello_again=${'x'.repeat(2001)}`],
    ['one with a quote', 'hello_again="1"'],
    ['one with a comma', 'hello_again=1,2'],
    ['one with a space', 'hello_again=1 2'],
    ['one with a backslash', 'hello_again=1\\2'],
    ['one with a letter that is no octet', 'hello_again=é'],
  ])('for %s', async (_name, cookie) => {
    expect(await setBy('http://localhost/', cookie)).toEqual([]);
  });

  test.each([
    ['the domain is not named', 'http://shop.example/', undefined],
    ['another domain is named', 'http://shop.example/', 'other.example'],
    ['the names only end alike', 'http://myshop.example/', 'shop.example'],
  ])('where %s', async (_name, url, domain) => {
    expect(await setBy(url, 'hello_again=1', domain ? { domain } : {})).toEqual([]);
  });

  test('for a response that is no page, no visit or not visible yet', async () => {
    const cookie = 'hello_again=1';
    expect(await setBy('http://localhost/data', cookie)).toEqual([]);
    expect(await setBy('http://localhost/', cookie, { method: 'POST' })).toEqual([]);
    for (const headers of [
      { 'sec-purpose': 'prefetch;prerender' },
      { purpose: 'prefetch' },
      { 'sec-fetch-dest': 'iframe' },
      { 'sec-fetch-dest': 'empty' },
    ] as Record<string, string>[]) {
      expect(await setBy('http://localhost/', cookie, { headers }), JSON.stringify(headers)).toEqual([]);
    }
    expect(await setBy('http://localhost/', cookie, { headers: { 'sec-fetch-dest': 'document' } })).toHaveLength(1);
  });
});

test('the cookie’s domain comes from the environment', () => {
  expect([memoryDomain(undefined), memoryDomain('')]).toEqual([undefined, undefined]);
  expect([memoryDomain('.Shop.example'), memoryDomain('shop.example')]).toEqual(['shop.example', 'shop.example']);
  for (const wrong of ['localhost', '127.0.0.1', 'https://shop.example', 'a.b; HttpOnly', '..a.b']) {
    expect(() => memoryDomain(wrong), wrong).toThrow('HELLO_AGAIN_COOKIE_DOMAIN must be a domain');
  }
});
