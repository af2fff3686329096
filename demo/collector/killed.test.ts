import { sql } from 'kysely';
import { afterEach, expect, inject, test } from 'vitest';
import type { Submission } from '../../widget/index.ts';
import { submissionFor, typed } from '../shop/test/demo.ts';
import { openDatabase } from './store/database.ts';
import { type OwnPostgres, ownPostgres } from './store/test/ownPostgres.ts';
import { startProduction } from './test/production.ts';

const isInstalled = inject('postgres') !== '';
const name = 'what was acknowledged was lost or doubled when PostgreSQL was killed amid load, and came back';
if (!isInstalled) test.skip(`${name}: none is installed here`);

let server: OwnPostgres | undefined;
afterEach(() => server?.remove());

test.runIf(isInstalled)(
  name,
  async () => {
    server = await ownPostgres();
    if (!server) throw new Error('PostgreSQL was there a moment ago');
    await server.start();
    const database = await openDatabase({ url: server.url });
    const { app, store } = await startProduction(database, {
      HELLO_AGAIN_RATE_ADDRESS: '0',
      HELLO_AGAIN_RATE_STORE: '0',
    });
    const people = 20;
    const each = 20;
    const acknowledged: Submission[] = [];
    const statuses = new Set<number>();
    let restarted: Promise<void> | undefined;
    const killAndStart = async (own: OwnPostgres) => {
      await own.kill();
      // It is down as long as the next sign-up takes to find out.
      await expect.poll(async () => (await app.inject('/readyz')).statusCode).toBe(503);
      await own.start();
    };
    /** Sends as a widget does: asked to come back, it comes back with the same id. */
    const send = async (own: OwnPostgres, body: Submission): Promise<void> => {
      const answer = await app.inject({ method: 'POST', url: '/v1/submissions', payload: body });
      statuses.add(answer.statusCode);
      if (answer.statusCode === 200) {
        acknowledged.push(body);
        if (acknowledged.length === 100) restarted = killAndStart(own);
        return;
      }
      expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
      await restarted;
      await send(own, body);
    };
    const visitor = async (own: OwnPostgres, person: number) => {
      const contact = [`person${person}@example.com`, `+4479111${String(person).padStart(5, '0')}`] as const;
      for (let n = 0; n < each; n += 1) await send(own, submissionFor(store, typed(...contact)));
    };
    const own = server;
    await Promise.all(Array.from({ length: people }, (_, person) => visitor(own, person)));
    await restarted;
    expect(statuses).toEqual(new Set([200, 503]));

    const rows = async (query: ReturnType<typeof sql<{ id: string }>>) =>
      (await query.execute(database)).rows.map(({ id }) => id).sort();
    expect(await rows(sql<{ id: string }>`select id from submissions`)).toEqual(
      acknowledged.map(({ id }) => id).sort(),
    );
    expect(await rows(sql<{ id: string }>`select consent_id as id from consents where state = 'granted'`)).toEqual(
      acknowledged.flatMap(({ consents }) => consents.map(({ id }) => id)).sort(),
    );
    expect(await rows(sql<{ id: string }>`select number as id from phones`)).toHaveLength(people);
    expect(await rows(sql<{ id: string }>`select email_key as id from profiles`)).toHaveLength(people);
    await database.destroy();
  },
  180_000,
);
