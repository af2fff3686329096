import { setTimeout } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { type ConcurrencyLimit, concurrencyLimit } from './concurrencyLimit.ts';
import type { Tables } from './tables.ts';

/** Serialization failure and deadlock: of two that met, one has to come again. */
const rolledBack = new Set(['40001', '40P01']);
/** A row that another transaction has added meanwhile: a new try sees it. */
const alreadyThere = '23505';
/** Enough for whoever comes second or third; a clash that stays is a mistake. */
const mostClashes = 8;
/** Milliseconds. A browser waits longer than this for its answer, and comes again by itself. */
const patience = 8_000;
const longestPause = 250;

/** Of two that met, this one came again until there was no more time. Whoever asked may ask again. */
export class Clash extends Error {
  override readonly name = 'Clash';

  /** @param code the database's, of the last try */
  constructor(readonly code: string) {
    super('The database was too busy with others');
  }
}

const gates = new WeakMap<Kysely<Tables>, ConcurrencyLimit>();

/**
 * Runs work once more where the database has rolled it back for the sake of another. It may run several times, so it changes
 * nothing but the database.
 *
 * @throws {Clash} where others came first for too long
 */
export async function retrying<T>(database: Kysely<Tables>, work: () => Promise<T>): Promise<T> {
  const gate = gates.get(database) ?? concurrencyLimit();
  gates.set(database, gate);
  const start = performance.now();
  let clashes = 0;
  for (let tries = 1; ; tries++) {
    await gate.enter(tries > 1);
    let isRolledBack = false;
    try {
      return await work();
    } catch (error) {
      const code = codeOf(error);
      if (code === alreadyThere) clashes += 1;
      isRolledBack = rolledBack.has(code) || code === alreadyThere;
      if (!isRolledBack) throw error;
      if (clashes >= mostClashes || performance.now() - start > patience) throw new Clash(code);
    } finally {
      gate.leave(isRolledBack);
    }
    // By chance, or those that met would meet again. No connection is held meanwhile.
    await setTimeout(Math.random() * Math.min(longestPause, 2 ** tries));
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
