import { type Migration, sql } from 'kysely';

/** A keyed hash of an order's body: seen once, it counts no more, for whatever store and shape it is sent again. */
export const orderBodies: Migration = {
  async up(db) {
    await sql`alter table orders add column body_hash text`.execute(db);
    await sql`create index orders_by_body on orders (body_hash)`.execute(db);
  },
};
