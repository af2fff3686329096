import { type Kysely, type Migration, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import { about, byIndex, same, signUpState } from './signUps.ts';

/**
 * Reads and writes many sign-ups in a statement each, the writing in one transaction; each as `store_sign_up` does, which processes
 * of the version before still call. It waits for nobody's locks: whoever meets another is told so, comes again alone, and waits
 * there. So one person who is locked holds up nobody else, and two statements cannot wait for each other.
 *
 * It may run over what an earlier form of it has made.
 */
export const signUpsTogether: Migration = {
  async up(db: Kysely<Tables>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

/**
 * Its plan is made once. PostgreSQL would make one for each sign-up on a large table, by guessing that lists which are mostly empty
 * have ten members: https://www.postgresql.org/docs/current/sql-prepare.html#SQL-PREPARE-NOTES. That took longer than all else.
 */
const planned = `${byIndex} set plan_cache_mode = force_generic_plan`;

// A function's rows come in the order of its list: to sort a few costs as much as to look all of them up.
const statements = [
  `create or replace function try_lock_people(of_store text, keys text[], ids uuid[]) returns boolean language plpgsql as $$
    declare
      key text;
    begin
      if not pg_try_advisory_xact_lock_shared(hashtextextended('store ' || of_store, 0)) then return false; end if;
      foreach key in array keys || array(select 'profile ' || id from unnest(ids) as id) loop
        if not pg_try_advisory_xact_lock(hashtextextended(key, 0)) then return false; end if;
      end loop;
      return cardinality(ids) = 0 or (select count(*) from profiles where id = any(ids))
        = (select count(*) from (select from profiles where id = any(ids) for update skip locked) as locked);
    end $$`,
  `create or replace function sign_up_states(asked jsonb) returns setof text language plpgsql stable ${planned} as $$
    begin
      return query select sign_up_state(${same}) from jsonb_to_recordset(asked) as one(${about});
    end $$`,
  signUpState,
  'drop function if exists store_sign_ups(json, json, json, json, json)',
  // The locks by one statement and the comparison by the next, which sees all that was committed before it.
  `create or replace function store_sign_ups(asked jsonb, saved jsonb, numbers jsonb, entries jsonb, rows jsonb)
    returns setof text language plpgsql ${planned} as $$
    declare
      locked boolean[];
      said text[];
    begin
      if current_setting('transaction_isolation') <> 'read committed' then
        return query select 'isolation' from jsonb_array_elements(asked);
        return;
      end if;
      locked := array(select try_lock_people(of_store, keys, known) from jsonb_to_recordset(asked) as one(
        of_store text, keys text[], known uuid[]));
      said := array(select case
          when not locked[n] then 'busy'
          when sign_up_state(${same}) is distinct from seen then 'stale'
          else 'stored' end
        from jsonb_to_recordset(asked) as one(n integer, seen text, ${about}));
      insert into profiles (id, store, name, email, email_key, issuers, link_uses, history)
        select one.id, one.store, one.name, one.email, one.email_key, one.issuers, one.link_uses, one.history
        from jsonb_to_recordset(saved) as one(n integer, id uuid, store text, name text, email text, email_key text,
          issuers jsonb, link_uses jsonb, history jsonb)
        where said[one.n] = 'stored'
        on conflict (id) do update set name = excluded.name, email = excluded.email, email_key = excluded.email_key,
          issuers = excluded.issuers, link_uses = excluded.link_uses, history = excluded.history;
      if saved @> '[{"is_on_file": true}]' then
        delete from phones using jsonb_to_recordset(saved) as one(n integer, id uuid, is_on_file boolean)
          where phones.profile_id = one.id and one.is_on_file and said[one.n] = 'stored';
      end if;
      insert into phones (profile_id, position, store, number, as_written, is_current, is_proven)
        select one.profile_id, one.position, one.store, one.number, one.as_written, one.is_current, one.is_proven
        from jsonb_to_recordset(numbers) as one(n integer, profile_id uuid, position integer, store text, number text,
          as_written text, is_current boolean, is_proven boolean)
        where said[one.n] = 'stored';
      insert into consents (id, store, profile_id, channel, recipient, recipient_key, state, at, consent_id, submission_id,
          evidence, page, salt, person_hash, entry_hash)
        select one.id, one.store, one.profile_id, one.channel, one.recipient, one.recipient_key, one.state, one.at,
          one.consent_id, one.submission_id, one.evidence, one.page, one.salt, one.person_hash, one.entry_hash
        from jsonb_to_recordset(entries) as one(n integer, id uuid, store text, profile_id uuid, channel text, recipient text,
          recipient_key text, state text, at timestamptz, consent_id uuid, submission_id uuid, evidence jsonb, page text,
          salt text, person_hash text, entry_hash text)
        where said[one.n] = 'stored';
      insert into submissions
          (id, store, row_id, received_at, happened, profile_id, body, receipt, body_hash, contact_keys)
        select one.id, one.store, one.row_id, one.received_at, one.happened, one.profile_id, one.body, one.receipt::json,
          one.body_hash, one.contact_keys
        from jsonb_to_recordset(rows) as one(n integer, id uuid, store text, row_id uuid, received_at timestamptz,
          happened text, profile_id uuid, body jsonb, receipt text, body_hash text, contact_keys jsonb)
        where said[one.n] = 'stored';
      return query select unnest(said);
    end $$`,
  // What is written by processes of this version has its key.
  'drop trigger if exists consents_have_a_key on consents',
  `create trigger consents_have_a_key before insert on consents for each row when (new.recipient_key is null)
    execute function consents_have_a_key()`,
  // What no process reads any more, kept with every entry.
  'drop index if exists consents_withdrawn',
  // A submission is long enough to be compressed, and the usual way takes as long as the rows of two consents. A server may be
  // built without the other one: https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-DEFAULT-TOAST-COMPRESSION
  `do $$ begin alter table submissions alter column body set compression lz4;
    exception when feature_not_supported then null; end $$`,
];
