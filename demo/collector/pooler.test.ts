import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { consentFor, submissionFor, typed } from '../shop/test/demo.ts';
import type { OutgoingText } from './codes/sendByWebhook.ts';
import { withdraw } from './people/withdraw.ts';
import { openDatabase } from './store/database.ts';
import type { Tables } from './store/tables.ts';
import { newPostgresDatabase } from './store/test/newPostgresDatabase.ts';
import { hasPgbouncer, sharedConnections, startPgbouncer } from './store/test/pgbouncer.ts';
import { takeSubmission } from './submissions/takeSubmission.ts';
import { startProduction } from './test/production.ts';

const why = inject('postgres') === '' ? 'no PostgreSQL is installed here' : 'no PgBouncer is installed here';
const isInstalled = inject('postgres') !== '' && hasPgbouncer();
const name = 'behind PgBouncer in transaction mode';
if (!isInstalled) test.skip(`${name}: ${why}`);

describe.runIf(isInstalled)(name, () => {
  let pooler: Awaited<ReturnType<typeof startPgbouncer>>;
  let databases: readonly Kysely<Tables>[];

  beforeEach(async () => {
    pooler = await startPgbouncer(await newPostgresDatabase());
    databases = [await openDatabase({ url: pooler.url }), await openDatabase({ url: pooler.url })];
  }, 60_000);
  afterEach(async () => {
    await Promise.all(databases.map((database) => database.destroy()));
    await pooler.stop();
  });

  test('two processes lost a sign-up, or took one twice', async () => {
    const [first, second] = databases as [Kysely<Tables>, Kysely<Tables>];
    const { deps, store } = await startProduction(first);
    const people = 25;
    const sent = Array.from({ length: people * 4 }, (_, n) => {
      const person = n % people;
      return submissionFor(store, typed(`p${person}@example.com`, `+4479111${String(person).padStart(5, '0')}`));
    });
    // Each to both at once, as a retry that overtakes its own request.
    const receipts = await Promise.all(
      sent.map((one) => Promise.all([first, second].map((database) => takeSubmission({ ...deps, database }, one)))),
    );
    for (const [one, other] of receipts) expect(one).toEqual(other);
    const count = async (table: 'profiles' | 'phones' | 'consents' | 'submissions') =>
      (await first.selectFrom(table).select('store').execute()).length;
    expect(await count('submissions')).toBe(sent.length);
    expect(await count('consents')).toBe(sent.length * 2);
    expect([await count('profiles'), await count('phones')]).toEqual([people, people]);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
      where datname = current_database()`.execute(first);
    expect(rows[0]?.n).toBeLessThanOrEqual(sharedConnections);
  }, 60_000);

  test('a stop was no stop, or a code could not be sent and entered', async () => {
    const [database] = databases as [Kysely<Tables>];
    const texts: OutgoingText[] = [];
    const sendText = async (text: OutgoingText) => texts.push(text) > 0;
    const env = { HELLO_AGAIN_TEXTS_URL: 'https://shop.example/texts' };
    const { app, deps, store, submit } = await startProduction(database, env, { sendText });
    const [email, phone] = ['penny@example.com', '+447911123456'];
    await submit(typed(email, phone));
    await withdraw(deps, { store, channel: 'sms', recipient: phone });
    // Ticked after the stop.
    const again = [email, phone].map((to) => consentFor(to, { checkedAt: new Date().toISOString() }));
    const waits = await submit({ ...typed(email, phone), consents: again });
    expect(waits.json()).toMatchObject({ outcome: 'pending', next: 'verify' });
    const { submission = '', code } = texts[0] ?? {};
    const payload = { store, code, identity: waits.json().identity };
    const proven = await app.inject({ method: 'POST', url: `/v1/submissions/${submission}/verify`, payload });
    expect(proven.json()).toMatchObject({ outcome: 'accepted', subscribed: { sms: true } });
  }, 60_000);
});
