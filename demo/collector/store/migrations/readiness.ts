import { type Migration, sql } from 'kysely';

/** One row that is written to see whether anything can be. */
export const readiness: Migration = {
  async up(db) {
    await sql`create table readiness (id integer primary key, filler text not null)`.execute(db);
    // Not compressed and kept in the row's own file: it has to take space.
    await sql`alter table readiness alter column filler set storage external`.execute(db);
  },
};
