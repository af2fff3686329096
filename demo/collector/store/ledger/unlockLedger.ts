import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/**
 * Lets the rest of a transaction do one thing to the ledger that the database refuses otherwise.
 *
 * - `erase`: put a keyed hash in the place of a number or address, and nothing else
 * - `reset`: take away a demo store's entries
 */
export async function unlockLedger(transaction: Transaction<Tables>, purpose: 'erase' | 'reset'): Promise<void> {
  await sql`select set_config('hello_again.ledger', ${purpose}, true)`.execute(transaction);
}
