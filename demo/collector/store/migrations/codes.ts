import { type Migration, sql } from 'kysely';

/** The codes that numbers are proven by. Neither a code nor a number stands in it. */
export const codes: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  `create table codes (
    id uuid not null, store text not null, recipient text not null, code_hash text not null, outcome text not null,
    sent_at timestamptz not null, sends integer not null, tries integer not null, proven_at timestamptz,
    primary key (id, store))`,
  'create index codes_by_recipient on codes (recipient, store)',
];
