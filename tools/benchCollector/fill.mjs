import { sql } from 'kysely';
import { range } from './submissions.mjs';

/** Rows of each table that a statement adds: the embedded database holds what a statement changes in memory. */
const batch = 20_000;

/** Ids that sort as they were written, as the collector's do. */
const id = (/** @type {string} */ kind) =>
  `('019' || lpad(to_hex(n), 9, '0') || '7' || substr(md5('${kind}' || n), 1, 3) || '8' || substr(md5('${kind}' || n), 4, 15))::uuid`;
const email = `substr(md5(n::text), 1, 12) || '-' || n || '@former.example.com'`;
// In no order either, and between those who sign up.
const number = `'+4471' || lpad((n::bigint * ${range.stride} % ${range.size} * 2)::text, 8, '0')`;
const hash = `'sha256-' || md5('a' || n) || md5('b' || n)`;
const evidence = `'{"textHash":"sha256-0","textVersion":"uk-1","links":[],"locale":"en-GB","region":"uk","method":"checkbox","checkedAt":"2026-01-01T00:00:00.000Z"}'`;

/** @param {string} channel @param {string} recipient */
const consents = (channel, recipient) => `insert into consents
  (id, store, profile_id, channel, recipient, state, at, consent_id, submission_id, evidence, page, salt, person_hash, entry_hash)
  select ${id(channel)}, $store, ${id('profile')}, '${channel}', ${recipient}, 'granted', '2026-01-01', ${id(`c${channel}`)},
    ${id('submission')}, ${evidence}, 'https://shop.example/', substr(md5('s' || n), 1, 22), ${hash}, ${hash} from $series`;

const statements = [
  `insert into profiles (id, store, name, email, email_key, issuers, link_uses, history, folded_into)
    select ${id('profile')}, $store, 'Former ' || n, ${email}, ${email}, '[]', '[]', '["Signed up with the email typed."]', null from $series`,
  `insert into phones (profile_id, position, store, number, as_written, is_current, is_proven)
    select ${id('profile')}, 0, $store, ${number}, ${number}, true, false from $series`,
  consents('email', email),
  consents('sms', number),
  `insert into submissions (store, id, row_id, received_at, happened, profile_id, body, receipt)
    select $store, ${id('submission')}, ${id('row')}, '2026-01-01', 'created', ${id('profile')}, '{}', '{}' from $series`,
];

/**
 * Puts people on file: each with a profile, a number, two consents and a submission, whose body is left out for its size.
 *
 * @param {any} database
 * @param {string} store
 * @param {number} profiles
 */
export async function fill(database, store, profiles) {
  for (let first = 1; first <= profiles; first += batch) {
    const last = Math.min(profiles, first + batch - 1);
    for (const statement of statements) {
      const filled = statement
        .replaceAll('$store', `'${store}'`)
        .replace('$series', `generate_series(${first}, ${last}) n`);
      await sql.raw(filled).execute(database);
    }
  }
  // What it would otherwise do by itself a minute later, while it is measured.
  await sql`vacuum analyze`.execute(database);
  await sql`checkpoint`.execute(database);
}
