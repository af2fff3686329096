import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';

const longest = 30 * 24 * 60 * 60 * 1000;

/** Deletes what was held for a month and never released: it most likely is a program's, and may name somebody. */
export async function forgetHeld(database: Kysely<Tables>, now: number): Promise<void> {
  await database
    .deleteFrom('submissions')
    .where('happened', '=', 'held')
    .where('received_at', '<', new Date(now - longest))
    .execute();
}
