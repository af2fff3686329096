import type { Kysely } from 'kysely';
import { type BotSign, botSign } from '../../../widget/relay/index.ts';
import type { Tables } from '../store/tables.ts';

/** A submission that waits for somebody to look at it, without anything about the person. */
export interface Held {
  readonly store: string;
  readonly id: string;
  readonly receivedAt: Date;
  readonly why: BotSign;
}

/** What is held, the oldest first. */
export async function heldSubmissions(database: Kysely<Tables>): Promise<Held[]> {
  const rows = await database
    .selectFrom('submissions')
    .select(['store', 'id', 'received_at', 'body'])
    .where('happened', '=', 'held')
    .orderBy('row_id')
    .execute();
  return rows.map(({ store, id, received_at, body }) => ({
    store,
    id,
    receivedAt: received_at,
    // What is not in the trap was held for its speed, whatever the least time is by now.
    why: botSign(body, Number.POSITIVE_INFINITY) ?? 'fast',
  }));
}
