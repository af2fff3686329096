import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { submissionFor, typed } from '../../shop/test/demo.ts';
import { placeOrder } from '../orders/placeOrder.ts';
import { takeSubmission } from '../submissions/takeSubmission.ts';
import { type Production, startProduction } from '../test/production.ts';
import { openDatabase } from './database.ts';
import { sealEntry } from './ledger/sealEntry.ts';
import { aloneInStore, inTransaction, lockProfiles } from './locks.ts';
import type { Tables } from './tables.ts';
import { newPostgresDatabase } from './test/newPostgresDatabase.ts';
import { template } from './test/postgres.ts';

const isInstalled = inject('postgres') !== '';
if (!isInstalled) test.skip('locks between connections, on PostgreSQL: none is installed here');

describe.runIf(isInstalled)('locks between connections, on PostgreSQL', () => {
  let database: Kysely<Tables>;
  let shop: Production;
  const email = 'penny@example.com';
  const phone = '+447911123456';

  beforeEach(async () => {
    database = await openDatabase({ url: await newPostgresDatabase(template) });
    shop = await startProduction(database);
  });
  afterEach(() => database.destroy());

  /** Settles once as many transactions wait for another one's lock. */
  const waiting = (count: number) =>
    expect
      .poll(
        async () => {
          const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_locks where not granted
            and database = (select oid from pg_database where datname = current_database())`.execute(database);
          return rows[0]?.n;
        },
        { timeout: 20_000 },
      )
      .toBe(count);

  test('a sign-up did not wait for a stop that was being written, and was granted', async () => {
    const { deps, store } = shop;
    let signUp: Promise<unknown> | undefined;
    await aloneInStore(database, store, async (transaction) => {
      signUp = takeSubmission(deps, submissionFor(store, typed(email, phone)));
      await waiting(1);
      const who = { id: randomUUID(), profileId: randomUUID(), consentId: null, submissionId: null };
      const stop = { ...who, channel: 'email', to: email, state: 'withdrawn', at: Date.now() } as const;
      await transaction
        .insertInto('consents')
        .values(sealEntry(store, stop, { evidence: null, page: null }))
        .execute();
    });
    await signUp;
    const rows = await database.selectFrom('consents').select(['channel', 'state']).orderBy('at').execute();
    expect(rows).not.toContainEqual({ channel: 'email', state: 'granted' });
  });

  test('strangers waited for each other, or two of one number did not', async () => {
    const { deps, store } = shop;
    await inTransaction(database, async (transaction) => {
      await lockProfiles(transaction, store, { email, number: phone });
      // Both are asked by one statement.
      const same = takeSubmission(deps, submissionFor(store, typed('rob@example.com', phone)));
      // Would never settle if it waited.
      await takeSubmission(deps, submissionFor(store, typed('sam@example.com', '+447911123457')));
      await waiting(1);
      // It ends once this transaction does.
      void same.catch(() => {});
    });
    await expect.poll(async () => (await database.selectFrom('profiles').select('id').execute()).length).toBe(2);
  });

  test('one order that came to two connections at once, or its body for two stores, counted twice', async () => {
    const { deps } = shop;
    const stores = [shop.store, (await startProduction(database)).store];
    const known = { ...deps, stores: { touch: async () => {} } };
    for (let n = 0; n < 5; n += 1) {
      const order = { id: String(n), email, phone };
      await Promise.all([...stores, ...stores].map((store) => placeOrder(known, store, order, `body ${n}`)));
    }
    const rows = await database.selectFrom('orders').select('id').orderBy('id').execute();
    expect(rows.map(({ id }) => id)).toEqual(['0', '1', '2', '3', '4']);
  });
});
