import { sql } from 'kysely';
import type { Dependencies } from '../dependencies.ts';
import type { CountsBody } from './checkCounts.ts';

const hour = 60 * 60 * 1000;

/** Asks, reasons and variants of one store within an hour, taken together. More are made up, and would fill the database. */
const mostGroups = 400;

/** Adds one page view to the counts of its hour. */
export async function addCounts(
  { database, stores, circumstances }: Pick<Dependencies, 'database' | 'stores' | 'circumstances'>,
  { store, ask, reason, variant, counts }: CountsBody,
): Promise<void> {
  await stores.touch(store);
  const { now } = circumstances();
  const at = new Date(now - (now % hour));
  // In one order, or two that add the same rows could wait for each other.
  const whats = [...counts].sort();
  await sql`
    with known as (select distinct variant, ask, reason from counts where hour = ${at} and store = ${store})
    insert into counts (hour, store, ask, reason, variant, what, times)
    select ${at}, ${store}, ${ask}, ${reason}, ${variant}, what, 1 from unnest(${`{${whats.join()}}`}::text[]) as what
    where exists (select from known where variant = ${variant} and ask = ${ask} and reason = ${reason})
      or (select count(*) from known) < ${mostGroups}
    order by what
    on conflict (hour, store, ask, reason, variant, what) do update set times = counts.times + 1`.execute(database);
}
