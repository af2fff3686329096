import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { consentFor, typed } from '../../shop/test/demo.ts';
import { runCommand } from '../held/held.ts';
import { onEachDatabase } from '../store/test/onEachDatabase.ts';
import { startProduction } from '../test/production.ts';

const [first, second] = ['f'.repeat(32), 's'.repeat(32)];
const email = 'robin@example.com';
const phone = '+447911123456';

onEachDatabase((database) => {
  async function asking(env: Record<string, string> = { HELLO_AGAIN_ADMIN_TOKEN: first }) {
    const lines: string[] = [];
    const collector = await startProduction(database(), env, { log: (line) => lines.push(line) });
    const { app, store } = collector;
    const ask = (path: string, body: object, token = first) =>
      app.inject({
        method: 'POST',
        url: `/v1/people/${path}`,
        payload: { store, ...body },
        headers: { authorization: `Bearer ${token}` },
      });
    return { ...collector, ask, audited: () => lines.filter((line) => line.startsWith('audit')), lines };
  }

  test('what was done about a person left no line, or one that names them', async () => {
    const { submit, deps, ask, audited, lines } = await asking();
    await submit(typed(email, phone));
    const id = randomUUID();
    const widget = { version: '0.0.0', signup: 'default', trap: 'x' };
    await submit({ ...typed('held@example.com', '+447911123457'), id, widget });
    const answers = [
      await ask('export', { email }),
      await ask('withdraw', { channel: 'sms', recipient: phone }),
      await ask('erase', { email }),
      await ask('erase', { email: 'nobody@example.com' }),
      await ask('export', { email }, 'x'.repeat(32)),
    ];
    await runCommand(deps, ['release', id, email]);
    const when = /^audit \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z /.source;
    const by = 'token [0-9a-f]{8}';
    const expected = [
      [`export by ${by}`, '200'],
      [`withdraw by ${by}`, '200'],
      [`erase by ${by}`, '200'],
      [`erase by ${by}`, '404'],
      ['export by nobody', '401'],
    ].map(([what, status], n) => `${when}${what} request ${answers[n]?.headers['x-request-id']}: ${status}$`);
    expect(audited()).toEqual([
      ...expected.map((line) => expect.stringMatching(new RegExp(line))),
      expect.stringMatching(new RegExp(`release by user \\S+ request ${id}: accepted$`)),
      expect.stringMatching(/release by user \S+ request -: is no id$/),
    ]);
    expect(lines.join('\n')).not.toMatch(/@|\+?447911|f{8}|s{8}/);
  });

  test('a token could not be changed without a moment in which none opens', async () => {
    const { ask, audited } = await asking({ HELLO_AGAIN_ADMIN_TOKEN: first, HELLO_AGAIN_ADMIN_TOKEN_NEXT: second });
    const statuses = [
      (await ask('export', { email }, first)).statusCode,
      (await ask('export', { email }, second)).statusCode,
      (await ask('export', { email }, 'x'.repeat(32))).statusCode,
    ];
    expect(statuses).toEqual([404, 404, 401]);
    const [one, two] = audited().map((line) => / by (token \w+)/.exec(line)?.[1]);
    expect(one).not.toBe(two);
    const alone = await asking({ HELLO_AGAIN_ADMIN_TOKEN_NEXT: second });
    expect((await alone.ask('export', { email }, second)).statusCode).toBe(404);
  });

  test('text of the sender’s choice stayed after an erasure', async () => {
    const { submit, ask, store } = await asking();
    const mark = 'penny.secret';
    const loose = {
      links: [`https://${mark}@shop.example/terms?u=${mark}@example.com#${mark}`, `/terms?${mark}`],
      locale: mark,
      region: 'penny-1',
      textVersion: `${mark}@x`,
      page: `https://shop.example/?e=${mark}`,
    };
    const about = {
      ...typed(email, phone),
      consents: [consentFor(email, loose), consentFor(phone, { ...loose, region: 'penny@x', textVersion: phone })],
      ask: { kind: 'email+phone' as const, reason: `${mark}@example.com`, more: mark },
      page: { url: `https://shop.example/?e=${mark}`, utm: { a: mark } },
      widget: { version: mark, signup: `${mark}@example.com`, variant: mark, filledIn: 5000, more: mark },
      context: { mark },
    };
    expect((await submit(about)).statusCode).toBe(200);
    expect((await ask('erase', { email })).statusCode).toBe(200);
    for (const table of [
      'profiles',
      'phones',
      'consents',
      'withdrawals',
      'submissions',
      'codes',
      'orders',
      'texts_sent',
    ]) {
      const { rows } = await sql`select to_jsonb(one)::text as row from ${sql.table(table)} as one
        where store = ${store}`.execute(database());
      expect(JSON.stringify(rows), table).not.toMatch(/penny|secret|robin|447911/i);
    }
  });

  test('honest text of these kinds was cut', async () => {
    const { submit, store } = await asking();
    const consent = {
      links: ['https://shop.example/terms', 'https://shop.example/@legal/privacy'],
      ...{ locale: 'zh-Hant-TW', region: 'strictest', textVersion: 'Herbst 2026 (v.3)' },
    };
    const about = {
      ...typed(email, phone),
      consents: [consentFor(email, consent), consentFor(phone, consent)],
      ask: { kind: 'email+phone' as const, reason: 'known-needs-phone' },
      widget: { version: '1.20.3-beta.1', signup: 'Fußzeile 2', filledIn: 5000 },
    };
    await submit(about);
    const row = database().selectFrom('submissions').select('body').where('store', '=', store);
    expect((await row.executeTakeFirstOrThrow()).body).toMatchObject(about);
  });
});
