import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** Serialization failure, deadlock, and a row that another transaction has added meanwhile: a new try sees what it did. */
const worthAnotherTry = new Set(['40001', '40P01', '23505']);
const mostTries = 8;

/** Runs work as if nothing else ran beside it. The work may run several times, so it changes nothing but the database. */
export async function serializable<T>(
  database: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.transaction().setIsolationLevel('serializable').execute(work);
    } catch (error) {
      if (attempt >= mostTries || !worthAnotherTry.has(codeOf(error))) throw error;
    }
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
