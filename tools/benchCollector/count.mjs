import { sql } from 'kysely';

const batch = 10_000;

/**
 * Counts what was acknowledged and is not there, and what is there twice: submissions, profiles of one email, ledger entries of
 * one consent.
 *
 * @param {any} database
 * @param {string} store
 * @param {readonly string[]} acknowledged
 * @returns {Promise<{ stored: number, lost: number, twice: number }>}
 */
export async function count(database, store, acknowledged) {
  let found = 0;
  for (let i = 0; i < acknowledged.length; i += batch) {
    const ids = `{${acknowledged.slice(i, i + batch).join()}}`;
    found += await one(
      database,
      sql`select count(*)::int as n from submissions where store = ${store} and id = any(${ids}::uuid[])`,
    );
  }
  const twice = (/** @type {string} */ table, /** @type {string} */ key) =>
    one(
      database,
      sql`select (count(*) - count(distinct ${sql.ref(key)}))::int as n from ${sql.table(table)} where store = ${store}`,
    );
  const stored = await one(database, sql`select count(*)::int as n from submissions where store = ${store}`);
  const profiles = await one(database, sql`select count(*)::int as n from profiles where store = ${store}`);
  const doubled =
    (await twice('submissions', 'id')) +
    (await twice('profiles', 'email_key')) +
    (await twice('consents', 'consent_id'));
  // Each sign-up is another person, so one profile too many is one that was made twice, and one too few was lost.
  return {
    stored,
    lost: acknowledged.length - found + Math.max(0, stored - profiles),
    twice: doubled + Math.max(0, profiles - stored),
  };
}

/** @param {any} database @param {any} query */
async function one(database, query) {
  const { rows } = await query.execute(database);
  return /** @type {number} */ (rows[0].n);
}
