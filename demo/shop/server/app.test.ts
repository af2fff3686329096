import type { FastifyInstance } from 'fastify';
import { beforeAll, expect, test } from 'vitest';
import { onEachDatabase } from '../../collector/store/test/onEachDatabase.ts';
import { buildApp } from './app.ts';
import { people } from './seed.ts';
import type { DemoServices, Order } from './services.ts';

onEachDatabase((database) => {
  let app: FastifyInstance;
  let services: DemoServices;

  beforeAll(async () => {
    app = await buildApp({
      database: database(),
      pages: (pages, given) => {
        services = given;
        pages.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send('<p>Open</p>'));
      },
    });
  });

  test('pages have the strict policy', async () => {
    const { headers } = await app.inject('/');
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
    expect((await app.inject('/healthz')).headers['x-content-type-options']).toBe('nosniff');
    expect((await app.inject('/readyz')).statusCode).toBe(200);
  });

  test.each(['own', 'shopify', 'woocommerce', 'plain'] as const)(
    'an order (%s) reaches the collector without its invalid number',
    async (kind) => {
      const store = `orders-${kind}`;
      const { email } = people.ade;
      const place = (order: Order) =>
        kind === 'own' ? services.placeOrder(store, order) : services.hostedOrder(store, order, kind);
      await place({ email, phone: 'none' });
      const ade = async () => (await services.profiles(store)).find((profile) => profile.email === email);
      expect((await ade())?.phones).toHaveLength(1);
      await place({ email, phone: '07700 900461' });
      expect((await ade())?.phones).toMatchObject([
        { consent: 'subscribed' },
        { number: '+447700900461', consent: 'never' },
      ]);
    },
  );

  test('the forwarded mail has the newsletter’s own link, and links stay the same all day', async () => {
    const mails = await services.mails('mails');
    const linkOf = (id: string) => mails.find((mail) => mail.id === id)?.links[0]?.path;
    expect(linkOf('newsletter')).toMatch(
      /^\/product\/house-blend\?ha_id=[\w.-]+&utm_source=newsletter&utm_medium=email$/,
    );
    expect(linkOf('forwarded')).toBe(linkOf('newsletter'));
    expect(linkOf('ade')).toContain('ha_has=email.sms');
    expect(linkOf('sam')).toMatch(/utm_medium=sms&ha_has=sms$/);
    expect(await services.mails('mails')).toEqual(mails);
  });
});
