import { sql } from 'kysely';

/**
 * What the database costs by itself: one row after the other, each in a transaction of its own, through the collector's pool.
 *
 * @param {any} database
 * @param {() => { id: string, body: string }} make
 * @param {{ seconds: number, connections: number }} about
 * @returns {Promise<{ rate: number, p99: number }>}
 */
export async function bareInsert(database, make, { seconds, connections }) {
  await sql`create table if not exists bench_rows (id uuid primary key, body jsonb not null)`.execute(database);
  /** @type {number[]} */
  const took = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  const insert = async () => {
    for (let now = performance.now(); now < end; ) {
      const { id, body } = make();
      await sql`insert into bench_rows (id, body) values (${id}, ${body}::jsonb)`.execute(database);
      const done = performance.now();
      took.push(done - now);
      now = done;
    }
  };
  await Promise.all(Array.from({ length: connections }, insert));
  const sorted = took.sort((a, b) => a - b);
  const elapsed = (performance.now() - start) / 1000;
  return { rate: took.length / elapsed, p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0 };
}
