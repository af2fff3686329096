import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { describe, expect, inject, test, vi } from 'vitest';
import { submissionFor, typed } from '../../shop/test/demo.ts';
import { startProduction } from '../test/production.ts';
import { openDatabase } from './database.ts';
import { aloneInStore, inTransaction } from './locks.ts';
import { Clash, retrying } from './retrying.ts';
import type { Tables } from './tables.ts';
import { newPostgresDatabase } from './test/newPostgresDatabase.ts';
import { template } from './test/postgres.ts';
import { isUnavailable } from './unavailable.ts';

const isInstalled = inject('postgres') !== '';

/** Two that wait for each other before they go on, the first time each comes by. */
function rendezvous() {
  let arrive = (): void => {};
  const both = new Promise<void>((resolve) => {
    let missing = 2;
    arrive = () => {
      missing -= 1;
      if (missing === 0) resolve();
    };
  });
  return async (tries: number) => {
    if (tries > 1) return;
    arrive();
    await both;
  };
}

/** How many transactions wait for another one's lock. */
async function waitingForLocks(database: Kysely<Tables>): Promise<number> {
  const waiting = sql<{ n: number }>`select count(*)::int as n from pg_locks
    where not granted and database = (select oid from pg_database where datname = current_database())`;
  return (await waiting.execute(database)).rows[0]?.n ?? 0;
}

async function opened(connections?: number) {
  const url = await newPostgresDatabase(template);
  return { url, database: await openDatabase({ url, ...(connections ? { connections } : {}) }) };
}

if (!isInstalled) test.skip('several transactions at a time, on PostgreSQL: none is installed here');

describe.runIf(isInstalled)('several transactions at a time, on PostgreSQL', () => {
  test('of one store, that would each miss what the other adds, run one after the other', async () => {
    const { database } = await opened();
    const addIfFirst = (name: string) =>
      aloneInStore(database, 'shop', async (transaction) => {
        const rows = await transaction.selectFrom('installation').select('name').execute();
        // The other one has come this far by now, if anything lets it.
        await expect.poll(() => waitingForLocks(database)).toBeGreaterThanOrEqual(rows.length === 0 ? 1 : 0);
        if (rows.length === 0) await transaction.insertInto('installation').values({ name, value: '' }).execute();
      });
    await Promise.all([addIfFirst('a'), addIfFirst('b')]);
    expect(await database.selectFrom('installation').select('name').execute()).toHaveLength(1);
    await database.destroy();
  });

  test('retry one of two that are deadlocked', async () => {
    const { database } = await opened();
    const names = ['a', 'b'];
    await database
      .insertInto('installation')
      .values(names.map((name) => ({ name, value: '' })))
      .execute();
    const meet = rendezvous();
    const codes: string[] = [];
    const writeBoth = (order: readonly string[]) => {
      let own = 0;
      return inTransaction(database, async (transaction) => {
        own += 1;
        const [first = '', second = ''] = order;
        const write = (name: string) =>
          transaction
            .updateTable('installation')
            .set({ value: sql`value || ${first}` })
            .where('name', '=', name)
            .execute();
        await write(first);
        await meet(own);
        await write(second).catch((error: { code?: string }) => {
          codes.push(error.code ?? '');
          throw error;
        });
      });
    };
    await Promise.all([writeBoth(names), writeBoth([...names].reverse())]);
    expect(codes).toContain('40P01');
    const rows = await database.selectFrom('installation').select('value').execute();
    expect(rows.map(({ value }) => [...value].sort().join(''))).toEqual(['ab', 'ab']);
    await database.destroy();
  });

  test('report a lasting conflict after some tries, and any other error at once', async () => {
    const { database } = await opened();
    await database.insertInto('installation').values({ name: 'a', value: '' }).execute();
    let tries = 0;
    const work = inTransaction(database, async (transaction) => {
      tries += 1;
      await transaction.insertInto('installation').values({ name: 'a', value: '' }).execute();
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
    expect(tries).toBe(8);
    tries = 0;
    const broken = inTransaction(database, async (transaction) => {
      tries += 1;
      await sql`select no_such_column`.execute(transaction);
    });
    await expect(broken).rejects.toMatchObject({ code: '42703' });
    expect(tries).toBe(1);
    await database.destroy();
  });

  test('retry when another one has added the same row after many rollbacks', async () => {
    const { database } = await opened();
    const codes = [...Array.from({ length: 9 }, () => '40001'), '23505', '40001'];
    const done = await retrying(database, async () => {
      const code = codes.shift();
      if (code) throw Object.assign(new Error('as a database would'), { code });
      return 'done';
    });
    expect(done).toBe('done');
    await database.destroy();
  });

  test('ask to come back when time is up, whatever the last try has met', async () => {
    const { database } = await opened();
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      const shop = await startProduction(database);
      const { rows } = await sql<{ id: string }>`select gen_random_uuid() as id`.execute(database);
      const add = sql`insert into readiness_clash values (${rows[0]?.id})`;
      await sql`create table readiness_clash (id uuid primary key)`.execute(database);
      await add.execute(database);
      const met = inTransaction(database, async (transaction) => {
        vi.advanceTimersByTime(9_000);
        await add.execute(transaction);
      });
      await expect(met).rejects.toMatchObject({ name: 'Clash', code: '23505' });
      shop.app.get('/clash', () => met);
      const answer = await shop.app.inject('/clash');
      expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
    } finally {
      vi.useRealTimers();
      await database.destroy();
    }
  });

  test('accept five hundred at once on two connections', async () => {
    const { database } = await opened(2);
    const { app, store } = await startProduction(database, { HELLO_AGAIN_RATE_ADDRESS: '0' });
    const post = async (payload: object): Promise<number> => {
      const answer = await app.inject({ method: 'POST', url: '/v1/submissions', payload });
      // On a busy machine some are asked to come back, and do, as a widget does: with the same id.
      return answer.statusCode === 503 && answer.headers['retry-after'] ? post(payload) : answer.statusCode;
    };
    const send = (n: number) =>
      post(submissionFor(store, typed(`person${n}@example.com`, `+4479111${String(n).padStart(5, '0')}`)));
    const answers = await Promise.all(Array.from({ length: 500 }, (_, n) => send(n)));
    expect(new Set(answers)).toEqual(new Set([200]));
    const count = sql<{ n: number }>`select count(*)::int as n from submissions`.execute(database);
    expect((await count).rows).toEqual([{ n: 500 }]);
    await database.destroy();
  }, 60_000);

  test('survive a server that ends its connections, and accept what comes next', async () => {
    const { url, database } = await opened();
    const { app, submit } = await startProduction(database);
    await submit(typed('a@example.com', '+447911123456'));
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    await admin.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await admin.end();
    await expect.poll(async () => (await app.inject('/readyz')).statusCode).toBe(200);
    expect((await submit(typed('a@example.com', '+447911123456'))).statusCode).toBe(200);
    await database.destroy();
  });

  test('end no process where a connection ends between two statements of theirs, and ask to come back', async () => {
    const { database } = await opened(2);
    const work = inTransaction(database, async (transaction) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(database);
      const isGone = sql<{ n: number }>`select count(*)::int as n from pg_stat_activity where pid = ${rows[0]?.pid}`;
      await expect.poll(async () => (await isGone.execute(database)).rows[0]?.n).toBe(0);
      await sql`select 1`.execute(transaction);
    });
    expect(isUnavailable(await work.catch((error: unknown) => error))).toBe(true);
    await database.destroy();
  });

  test('answer alive and not ready without the database, and ask clients to come back', async () => {
    const { url, database } = await opened();
    const lines: string[] = [];
    const { app, submit } = await startProduction(database, {}, { log: (line) => lines.push(line) });
    const name = url.slice(url.lastIndexOf('/') + 1);
    const admin = new pg.Client({ connectionString: `${inject('postgres')}/postgres` });
    await admin.connect();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
    expect((await app.inject('/healthz')).statusCode).toBe(200);
    const ready = await app.inject('/readyz');
    expect([ready.statusCode, ready.headers['retry-after']]).toEqual([503, '5']);
    const answer = await submit(typed('a@example.com', '+447911123456'));
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(answer.headers['access-control-expose-headers']).toBe('retry-after');
    expect(lines.join()).not.toMatch(/example|\+44/);
    await database.destroy();
  });
});

test.each<[unknown, boolean]>([
  [Object.assign(new Error(), { code: '57P01' }), true],
  [Object.assign(new Error(), { code: '53300' }), true],
  [Object.assign(new Error(), { code: '40001' }), true],
  [Object.assign(new Error(), { code: 'ECONNREFUSED' }), true],
  [new Error('timeout exceeded when trying to connect'), true],
  [new Error('Client has encountered a connection error and is not queryable'), true],
  [Object.assign(new Error(), { code: '25P03' }), true],
  [new Clash('23505'), true],
  [Object.assign(new Error(), { code: '23505' }), false],
  [Object.assign(new Error(), { code: '42703' }), false],
  [new TypeError('x'), false],
  ['57P01', false],
])('an error is known to be temporary or not: %o', (error, expected) => {
  expect(isUnavailable(error)).toBe(expected);
});
