import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { AppOptions } from '../../../shop/server/app.ts';
import { Demo } from '../../../shop/test/demo.ts';
import type { Tables } from '../../store/tables.ts';
import type { ConsentRecord } from '../record.ts';

export const token = 't'.repeat(32);

/** A demo whose records of people are open to the token. */
export class People {
  private constructor(readonly demo: Demo) {}

  static async start(database: Kysely<Tables>, about: Pick<AppOptions, 'now' | 'policy'> = {}): Promise<People> {
    const store = `people-${randomUUID()}`;
    const people = new People(await Demo.start(database, { adminToken: token, store, ...about }));
    await people.demo.profiles();
    return people;
  }

  ask(
    path: 'export' | 'erase' | 'withdraw',
    body: object,
    headers: Record<string, string> = { authorization: `Bearer ${token}` },
  ) {
    return this.demo.post(`/v1/people/${path}`, { store: this.demo.store, ...body }, { headers });
  }

  async record(who: object): Promise<ConsentRecord> {
    return (await this.ask('export', who)).json<ConsentRecord>();
  }
}
