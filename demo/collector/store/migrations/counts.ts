import { type Migration, sql } from 'kysely';

/** How often something happened within an hour: no row is about one visitor. */
export const counts: Migration = {
  async up(db) {
    await sql
      .raw(`create table counts (
        hour timestamptz not null, store text not null, ask text not null, reason text not null, variant text not null,
        what text not null, times bigint not null, primary key (hour, store, ask, reason, variant, what))`)
      .execute(db);
  },
};
