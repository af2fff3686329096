import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { codes } from './migrations/codes.ts';
import { consentLedger } from './migrations/consentLedger.ts';
import { contactKeys } from './migrations/contactKeys.ts';
import { counts } from './migrations/counts.ts';
import { ledgerGuard } from './migrations/ledgerGuard.ts';
import { orderBodies } from './migrations/orderBodies.ts';
import { readiness } from './migrations/readiness.ts';
import { signUps } from './migrations/signUps.ts';
import { signUpsTogether } from './migrations/signUpsTogether.ts';
import { textsSent } from './migrations/textsSent.ts';
import type { Tables } from './tables.ts';

const migrations: Readonly<Record<string, Migration>> = {
  '0001-start': {
    async up(db) {
      for (const statement of start) await sql.raw(statement).execute(db);
    },
  },
  '0002-spread': {
    async up(db) {
      for (const statement of spread) await sql.raw(statement).execute(db);
    },
  },
  '0003-consent-ledger': consentLedger,
  '0004-codes': codes,
  '0005-contact-keys': contactKeys,
  '0010-ledger-guard': ledgerGuard,
  '0011-texts-sent': textsSent,
  '0012-order-bodies': orderBodies,
  '0013-readiness': readiness,
  '0014-sign-ups': signUps,
  '0015-counts': counts,
  // Its first form, which the next one replaces: nothing is left to do where it has not run.
  '0016-sign-ups-together': { up: async () => {} },
  '0017-sign-ups-together': signUpsTogether,
};

const start = [
  'create table installation (name text primary key, value text not null)',
  'create table stores (name text primary key, rules text not null)',
  `create table profiles (
    id uuid primary key, store text not null, name text, email text, email_key text,
    issuers jsonb not null, link_uses jsonb not null, history jsonb not null, folded_into uuid)`,
  'create unique index profiles_by_email on profiles (store, email_key) where folded_into is null',
  'create index profiles_folded on profiles (folded_into) where folded_into is not null',
  `create table phones (
    profile_id uuid not null, position integer not null, store text not null, number text, as_written text not null,
    is_current boolean not null, is_proven boolean not null, primary key (profile_id, position))`,
  'create index phones_by_number on phones (store, number)',
  `create table consents (
    id uuid primary key, store text not null, profile_id uuid not null, channel text not null, recipient text not null,
    state text not null, at timestamptz not null, consent_id uuid, submission_id uuid)`,
  'create index consents_by_profile on consents (profile_id)',
  `create table submissions (
    store text not null, id uuid not null, row_id uuid not null, received_at timestamptz not null, happened text not null,
    profile_id uuid not null, body jsonb not null, receipt json not null, primary key (store, id))`,
  `create table orders (
    store text not null, id text not null, received_at timestamptz not null, profile_id uuid, primary key (store, id))`,
];

/**
 * What differs from row to row comes first in every key: a distributed database puts rows of one first column together, and
 * one store's would all be on one server. And a submission that is held belongs to no profile yet.
 */
const spread = [
  'alter table submissions drop constraint submissions_pkey, add primary key (id, store)',
  'alter table orders drop constraint orders_pkey, add primary key (id, store)',
  'drop index profiles_by_email',
  'create unique index profiles_by_email on profiles (email_key, store) where folded_into is null',
  'drop index phones_by_number',
  'create index phones_by_number on phones (number, store)',
  'alter table submissions alter column profile_id drop not null',
];

/** Brings the tables up to date; several processes may start at once. */
export async function migrate(database: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
