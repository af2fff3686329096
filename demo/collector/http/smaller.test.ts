import { createHash, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Submission } from '../../../widget/index.ts';
import { byLink, consentFor, instant, linkKey, typed } from '../../shop/test/demo.ts';
import { onEachDatabase } from '../store/test/onEachDatabase.ts';
import { startProduction } from '../test/production.ts';

const email = 'stranger@example.com';
const phone = '+447911123456';

const claimed = (identifier: Partial<Submission['identity']['identifiers'][number]>): Partial<Submission> => ({
  identity: {
    certainty: 'claimed',
    identifiers: [
      {
        field: 'email',
        issuer: 'page',
        value: email,
        source: 'link',
        strength: 'clear',
        observedAt: instant,
        ...identifier,
      },
    ],
    setAside: [],
  },
});

onEachDatabase((database) => {
  test('an email of 2,000 characters in an identifier was answered 500', async () => {
    const { submit } = await startProduction(database());
    const value = `${'x'.repeat(1980)}@example.com`;
    const answer = await submit({ ...claimed({ value }), contact: {}, consents: [] });
    expect([answer.statusCode, answer.json().errors]).toEqual([422, [{ field: 'contact', code: 'contact.empty' }]]);
  });

  test.each([7, 0, true, {}, '', ['x']])(
    'a genuine link for the subject %j was answered 500, or named somebody',
    async (sub) => {
      const { app, store, submit } = await startProduction(database());
      const token = await new SignJWT({ scope: 'contact:add', sub: sub as string })
        .setProtectedHeader({ alg: 'HS256', kid: linkKey.kid })
        .setAudience(store)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(new TextEncoder().encode(linkKey.secret));
      expect((await submit(byLink(token, phone))).statusCode).toBe(409);
      const identifiers = [{ field: 'profile', issuer: 'own', value: token }];
      const answer = await app.inject({
        method: 'POST',
        url: '/v1/lookup',
        payload: { version: 1, store, identifiers },
      });
      expect([answer.statusCode, answer.json()]).toEqual([200, { known: false }]);
    },
  );

  test.each([
    ['a zero-width space', { contact: { email: 'stran\u200bger@example.com' } }, 'email.hidden'],
    ['a domain of two scripts', { contact: { email: 'stranger@exаmple.com' } }, 'email.script'],
    ['a name that is an advertisement', { contact: { email, fields: { firstName: 'http://evil' } } }, 'name.shape'],
    ['a name without end', { contact: { email, fields: { firstName: 'x'.repeat(61) } } }, 'name.shape'],
    ['a name of two lines', { contact: { email, fields: { firstName: 'a\nb' } } }, 'text.hidden'],
  ])('%s was taken', async (_what, about, code) => {
    const { submit } = await startProduction(database());
    const answer = await submit(about);
    expect([answer.statusCode, answer.json().errors?.[0]?.code]).toEqual([422, code]);
  });

  test('a submission marked as a test made a grant, a profile, or a text', async () => {
    const texts: unknown[] = [];
    const { deps, store, submit } = await startProduction(
      database(),
      {},
      { sendText: async (text) => texts.push(text) > 0 },
    );
    await submit(typed('first@example.com', phone));
    await sql`update phones set is_proven = true where store = ${store}`.execute(database());
    const count = async () => {
      const { rows } = await sql<{ n: string }>`select (select count(*) from consents where store = ${store})
        + (select count(*) from profiles where store = ${store}) + (select count(*) from phones where store = ${store}) as n`.execute(
        database(),
      );
      return Number(rows[0]?.n);
    };
    const before = await count();
    const sent = { ...typed(email, phone), test: true, id: randomUUID() };
    const answer = await submit(sent);
    expect([answer.statusCode, answer.json()]).toMatchObject([200, { subscribed: { email: false, sms: false } }]);
    expect((await submit(sent)).json()).toEqual(answer.json());
    expect(await count()).toBe(before);
    expect(texts).toEqual([]);
    const row = deps.database.selectFrom('submissions').selectAll().where('id', '=', sent.id);
    expect(JSON.stringify(await row.executeTakeFirst())).not.toMatch(/stranger|447911/);
  });

  test('one link could not be revoked without all others of its key', async () => {
    const first = await startProduction(database());
    const { identity } = (await first.submit({ contact: { email }, consents: [consentFor(email)] })).json();
    const hash = createHash('sha256').update(identity).digest('hex');
    const env = { HELLO_AGAIN_STORES: first.store };
    const before = await startProduction(database(), env);
    const after = await startProduction(database(), { ...env, HELLO_AGAIN_REVOKED_LINKS: hash });
    const ask = async ({ app }: typeof after) => {
      const identifiers = [{ field: 'profile', issuer: 'own', value: identity }];
      const payload = { version: 1, store: first.store, identifiers };
      return (await app.inject({ method: 'POST', url: '/v1/lookup', payload })).json().known;
    };
    expect([await ask(before), await ask(after)]).toEqual([true, false]);
  });

  test('a database that takes no changes was called ready', async () => {
    const { app } = await startProduction(database());
    expect((await app.inject('/readyz')).statusCode).toBe(200);
    // What a full disk does, as far as a test may: nothing can be written.
    await sql`alter table readiness rename to elsewhere`.execute(database());
    try {
      const answer = await app.inject('/readyz');
      expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
      expect((await app.inject('/healthz')).statusCode).toBe(200);
    } finally {
      await sql`alter table elsewhere rename to readiness`.execute(database());
    }
  });
});
