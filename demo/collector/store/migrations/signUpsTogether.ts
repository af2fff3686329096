import { type Kysely, type Migration, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import { byIndex, same } from './signUps.ts';

/**
 * Writes many sign-ups in one statement and one transaction, each as `store_sign_up` does, which processes of the version before
 * still call. It waits for nobody's locks: whoever meets another is told so, comes again alone, and waits there. So one person who
 * is locked holds up nobody else, and two statements cannot wait for each other.
 */
export const signUpsTogether: Migration = {
  async up(db: Kysely<Tables>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  `create function try_lock_people(of_store text, keys text[], ids uuid[]) returns boolean language plpgsql ${byIndex} as $$
    begin
      if not pg_try_advisory_xact_lock_shared(hashtextextended('store ' || of_store, 0)) then return false; end if;
      if not (select coalesce(bool_and(pg_try_advisory_xact_lock(hashtextextended(one, 0))), true) from unnest(
        keys || array(select 'profile ' || id from unnest(ids) as id)) as one) then return false; end if;
      return cardinality(ids) = 0 or (select count(*) from profiles where id = any(ids))
        = (select count(*) from (select from profiles where id = any(ids) for update skip locked) as locked);
    end $$`,
  // The locks by one statement and the comparison by the next, which sees all that was committed before it.
  `create function store_sign_ups(asked json, saved json, numbers json, entries json, rows json)
    returns setof text language plpgsql ${byIndex} as $$
    declare
      locked boolean[];
      said text[];
    begin
      if current_setting('transaction_isolation') <> 'read committed' then
        return query select 'isolation' from json_array_elements(asked);
        return;
      end if;
      locked := array(select try_lock_people(of_store, keys, known) from json_to_recordset(asked) as one(
        n integer, of_store text, keys text[], known uuid[]) order by n);
      said := array(select case
          when not locked[n] then 'busy'
          when sign_up_state(${same}) is distinct from seen then 'stale'
          else 'stored' end
        from json_to_recordset(asked) as one(n integer, seen text, of_store text, of_id uuid, named uuid[], typed_key text,
          typed_number text, recipients text[], asks_coupon boolean) order by n);
      insert into profiles (id, store, name, email, email_key, issuers, link_uses, history)
        select one.id, one.store, one.name, one.email, one.email_key, one.issuers, one.link_uses, one.history
        from json_to_recordset(saved) as one(n integer, id uuid, store text, name text, email text, email_key text,
          issuers jsonb, link_uses jsonb, history jsonb)
        where said[one.n] = 'stored'
        on conflict (id) do update set name = excluded.name, email = excluded.email, email_key = excluded.email_key,
          issuers = excluded.issuers, link_uses = excluded.link_uses, history = excluded.history;
      delete from phones using json_to_recordset(saved) as one(n integer, id uuid, is_on_file boolean)
        where phones.profile_id = one.id and one.is_on_file and said[one.n] = 'stored';
      insert into phones (profile_id, position, store, number, as_written, is_current, is_proven)
        select one.profile_id, one.position, one.store, one.number, one.as_written, one.is_current, one.is_proven
        from json_to_recordset(numbers) as one(n integer, profile_id uuid, position integer, store text, number text,
          as_written text, is_current boolean, is_proven boolean)
        where said[one.n] = 'stored';
      insert into consents (id, store, profile_id, channel, recipient, recipient_key, state, at, consent_id, submission_id,
          evidence, page, salt, person_hash, entry_hash)
        select one.id, one.store, one.profile_id, one.channel, one.recipient, one.recipient_key, one.state, one.at,
          one.consent_id, one.submission_id, one.evidence, one.page, one.salt, one.person_hash, one.entry_hash
        from json_to_recordset(entries) as one(n integer, id uuid, store text, profile_id uuid, channel text, recipient text,
          recipient_key text, state text, at timestamptz, consent_id uuid, submission_id uuid, evidence jsonb, page text,
          salt text, person_hash text, entry_hash text)
        where said[one.n] = 'stored';
      insert into submissions
          (id, store, row_id, received_at, happened, profile_id, body, receipt, body_hash, contact_keys)
        select one.id, one.store, one.row_id, one.received_at, one.happened, one.profile_id, one.body, one.receipt,
          one.body_hash, one.contact_keys
        from json_to_recordset(rows) as one(n integer, id uuid, store text, row_id uuid, received_at timestamptz,
          happened text, profile_id uuid, body jsonb, receipt json, body_hash text, contact_keys jsonb)
        where said[one.n] = 'stored';
      return query select unnest(said);
    end $$`,
];
