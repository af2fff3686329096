import { type Migration, sql } from 'kysely';

/** One row a text that was sent, for a day: what is counted over all numbers, networks and stores. Nothing in it names a person. */
export const textsSent: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  `create table texts_sent (
    id uuid primary key, store text not null, recipient text not null, network text not null, sent_at timestamptz not null)`,
  'create index texts_sent_to on texts_sent (recipient, sent_at)',
  'create index texts_sent_for on texts_sent (store, sent_at)',
  'create index texts_sent_from on texts_sent (network, sent_at)',
  // From which network these were asked for, nobody has noted.
  `insert into texts_sent select gen_random_uuid(), store, recipient, '', sent_at from codes, generate_series(1, sends)`,
];
