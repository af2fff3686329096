import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import type { DemoServices, Order } from '../server/services.ts';
import { registerPages } from './register.tsx';

function shop() {
  const orders: [kind: string, store: string, order: Order, shape?: string][] = [];
  const services: DemoServices = {
    profiles: async () => [],
    results: async () => ({ byAsk: [], byVariant: [], verdict: 'Nothing has been counted yet.' }),
    rules: async () => 'careful',
    setRules: async () => {},
    reset: async () => {},
    mails: async () => [
      {
        id: 'newsletter',
        to: 'Penny',
        kind: 'email',
        subject: 'New',
        preview: 'Roasted.',
        links: [{ label: 'See it', path: '/product/decaf?ha_id=a.b.c' }],
      },
    ],
    placeOrder: async (store, order) => void orders.push(['own', store, order]),
    hostedOrder: async (store, order, shape) => void orders.push(['hosted', store, order, shape]),
  };
  const app = Fastify();
  registerPages(app, services);
  return { app, orders };
}

describe('the store of a page', () => {
  it('comes from the query at once, and is kept by a cookie', async () => {
    const { app } = shop();
    const first = await app.inject('/?store=mine');
    expect(first.body).toContain('data-store="mine"');
    expect(first.headers['set-cookie']).toBe('demo_store=mine; Path=/; SameSite=Lax');
    const next = await app.inject({ url: '/', headers: { cookie: 'a=b; demo_store=mine' } });
    expect(next.body).toContain('data-store="mine"');
    expect(next.headers['set-cookie']).toBeUndefined();
  });

  it('is the default one where the name is invalid', async () => {
    const { app } = shop();
    const page = await app.inject('/?store=No%20Name');
    expect(page.body).toContain('data-store="harbor-coffee"');
    expect(page.headers['set-cookie']).toBeUndefined();
  });
});

describe('orders', () => {
  it.each([
    ['/checkout', '', 'own', [], '/checkout/thanks'],
    ['/checkout?hosted=1', '', 'hosted', ['shopify'], '/checkout/thanks?hosted=1'],
    ['/checkout?hosted=1', '&webhook=woocommerce', 'hosted', ['woocommerce'], '/checkout/thanks?hosted=1'],
    ['/checkout?hosted=1', '&webhook=constructor', 'hosted', ['shopify'], '/checkout/thanks?hosted=1'],
  ])('that are posted to %s%s arrive by the %s checkout', async (url, chosen, kind, shape, thanks) => {
    const { app, orders } = shop();
    const answer = await app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `store=mine&name=&email=penny%40example.com%00&phone=+07700+900982${chosen}`,
    });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, thanks]);
    expect(orders).toEqual([[kind, 'mine', { email: 'penny@example.com', phone: '07700 900982' }, ...shape]]);
  });

  it('of the hosted checkout carry no script of the shop', async () => {
    const { app } = shop();
    expect((await app.inject('/checkout')).body).toContain('hello-again.js');
    expect((await app.inject('/checkout?hosted=1')).body).not.toContain('hello-again.js');
  });
});

describe('the forum', () => {
  it('is on another host than the shop it links to', async () => {
    const { app } = shop();
    const moved = await app.inject({ url: '/forum?store=mine', headers: { host: 'localhost:4173' } });
    expect(moved.headers.location).toBe('http://127.0.0.1:4173/forum?store=mine');
    const page = await app.inject({ url: '/forum?store=mine', headers: { host: '127.0.0.1:4173' } });
    expect(page.body).toContain('href="http://localhost:4173/product/decaf?ha_id=a.b.c&amp;store=mine"');
  });
});

describe('an unknown address', () => {
  it('gets a page for people and an error for programs', async () => {
    const { app } = shop();
    const page = await app.inject({ url: '/gone', headers: { accept: 'text/html' } });
    expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    const data = await app.inject({ url: '/api/gone', headers: { accept: '*/*' } });
    expect([data.statusCode, data.headers['content-type']]).toEqual([404, 'application/json; charset=utf-8']);
  });
});
