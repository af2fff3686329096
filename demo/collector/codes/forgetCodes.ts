import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { day } from './limits.ts';

/** Deletes what is neither good any more nor counted. */
export async function forgetCodes(database: Kysely<Tables>, now: number): Promise<void> {
  await database
    .deleteFrom('codes')
    .where('sent_at', '<', new Date(now - day))
    .execute();
}
