import { type Kysely, sql } from 'kysely';
import type { Tables } from '../store/tables.ts';
import type { Counted } from './checkCounts.ts';

/** How often something happened to the visitors of one ask, one reason and one variant. */
export interface CountRow {
  readonly ask: string;
  readonly reason: string;
  /** Empty where there are no variants. */
  readonly variant: string;
  readonly what: Counted;
  readonly times: number;
}

/** The counts of a store since a time, added up. Milliseconds since 1970. */
export async function readCounts(database: Kysely<Tables>, store: string, since: number): Promise<CountRow[]> {
  const rows = await database
    .selectFrom('counts')
    .select(['ask', 'reason', 'variant', 'what', sql<string>`sum(times)`.as('times')])
    .where('store', '=', store)
    .where('hour', '>=', new Date(since))
    .groupBy(['ask', 'reason', 'variant', 'what'])
    .orderBy('ask')
    .orderBy('reason')
    .orderBy('variant')
    .orderBy('what')
    .execute();
  return rows.map((row) => ({ ...row, times: Number(row.times) }));
}
