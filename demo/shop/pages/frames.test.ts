import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { addSecurityHeaders } from '../server/security.ts';
import type { DemoServices } from '../server/services.ts';
import { registerPages } from './register.tsx';

function shop() {
  const services = {
    profiles: async () => [],
    rules: async () => 'careful',
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
    placeOrder: async () => {},
  } as Partial<DemoServices> as DemoServices;
  const app = Fastify();
  addSecurityHeaders(app);
  registerPages(app, services);
  return app;
}

const inPhone = (path: string, frame = 'hello') => `${path}?store=mine&frame=${frame}`;

describe('a page in a phone', () => {
  it.each(['/', '/product/decaf', '/checkout', '/checkout/thanks'])(
    '%s names its store in every link',
    async (path) => {
      const page = await shop().inject(inPhone(path));
      expect(page.headers['set-cookie']).toBeUndefined();
      const links = [...page.body.matchAll(/ (?:href|action)="(\/[^"]*)"/g)].map(([, link = '']) => link);
      const pages = links.filter((link) => !link.startsWith('/public/'));
      expect(pages.length).toBeGreaterThan(4);
      expect(pages.filter((link) => !link.includes('store=mine&amp;frame=hello'))).toEqual([]);
      expect(page.body).toContain('hello-again.js');
      expect(page.body).not.toContain('Tour of the demo');
    },
  );

  it('keeps its store and phone when an order is placed', async () => {
    const answer = await shop().inject({
      method: 'POST',
      url: inPhone('/checkout', 'plain'),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'store=mine&email=penny%40example.com',
    });
    expect(answer.headers.location).toBe('/checkout/thanks?store=mine&frame=plain');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('has the plain popup in the script tag’s place', async () => {
    const { body } = await shop().inject(inPhone('/product/decaf', 'plain'));
    expect(body).not.toContain('hello-again.js');
    expect(body).toContain('/client/plainPopup.js');
    expect(body).toMatch(/<dialog class="plain-popup"[^>]* data-store="mine"/);
  });

  it('shows one mail, whose link leads into the same phone', async () => {
    const app = shop();
    const { body } = await app.inject(inPhone('/inbox/newsletter'));
    expect(body).toContain('href="/product/decaf?ha_id=a.b.c&amp;store=mine&amp;frame=hello"');
    expect((await app.inject(inPhone('/inbox/nothing'))).statusCode).toBe(404);
  });
});

describe('the comparison', () => {
  it('may show the forum, and the forum may be shown by it alone', async () => {
    const app = shop();
    const page = await app.inject({ url: '/compare', headers: { host: 'localhost:4173' } });
    expect(page.headers['content-security-policy']).toContain("frame-src 'self' http://127.0.0.1:4173");
    const forum = (path: string) => app.inject({ url: path, headers: { host: '127.0.0.1:4173' } });
    const framed = (await forum(inPhone('/forum'))).headers['content-security-policy'];
    expect(framed).toContain("frame-ancestors 'self' http://localhost:4173;");
    expect((await forum('/forum?store=mine')).headers['content-security-policy']).toContain("frame-ancestors 'self';");
  });

  it('redirects to the shop’s host when it is opened by the forum’s', async () => {
    const moved = await shop().inject({ url: '/compare?rules=careful', headers: { host: '127.0.0.1:4173' } });
    expect(moved.headers.location).toBe('http://localhost:4173/compare?rules=careful');
  });

  it('has no public link where there is no second host for the forum', async () => {
    const { body } = await shop().inject({ url: '/compare', headers: { host: 'shop.example' } });
    expect(body).toMatch(/data-scenario="public-link"[^>]* disabled/);
  });

  it('starts with what its address names, and with the default rules otherwise', async () => {
    const app = shop();
    const opening = async (url: string) =>
      /id="compare" data-scenario="([^"]*)" data-rules="([^"]*)"/.exec((await app.inject(url)).body)?.slice(1);
    expect(await opening('/compare')).toEqual(['newsletter', 'thread-2021']);
    expect(await opening('/compare?scenario=forwarded&rules=merging')).toEqual(['forwarded', 'merging']);
    expect(await opening('/compare?scenario=x&rules=y')).toEqual(['newsletter', 'thread-2021']);
  });
});
