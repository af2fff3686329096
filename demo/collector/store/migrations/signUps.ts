import { type Kysely, type Migration, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/**
 * What a sign-up needs of the database in two calls: one that reads what is on file of a person, and one that writes, under locks
 * on that person's keys, if that is still what is on file. The locks are advisory, so nobody waits for a stranger; whoever changes
 * more than one person's rows takes the store's own lock, and is alone in it.
 *
 * They run with the caller's rights, and their plans are kept by the connection, so a sign-up needs no named statements, which a
 * pooler may not keep.
 */
export const signUps: Migration = {
  async up(db: Kysely<Tables>) {
    const { rows } = await sql<{ schema: string }>`select quote_ident(current_schema()) as schema`.execute(db);
    for (const statement of statements(rows[0]?.schema ?? 'public')) await sql.raw(statement).execute(db);
  },
};

/** While a table is small, reading all of it is cheapest; but the plan that is made then is kept while it fills. */
export const byIndex = 'set enable_seqscan = off';

/** What reading a sign-up's person takes. */
export const about = `of_store text, of_id uuid, named uuid[], typed_key text, typed_number text, recipients text[],
  asks_coupon boolean`;
export const same = 'of_store, of_id, named, typed_key, typed_number, recipients, asks_coupon';
/** Milliseconds, whatever time zone the connection has. */
const milliseconds = (column: string) => `floor(extract(epoch from ${column}) * 1000)`;
/** Rows as a list of objects with these columns. */
const list = (columns: readonly string[], order: string) =>
  `json_agg(json_build_object(${columns.map((column) => (column.startsWith("'") ? column : `'${column}', ${column}`)).join()})
    order by ${order})`;

/** Made by `signUpsTogether`. Stable: all of it is read as of one moment. Who calls it has set how it is planned. */
export const signUpState = `create or replace function sign_up_state(${about}) returns text language plpgsql stable as $$
  declare
    holders uuid[];
    owners uuid[];
    stored json;
    people json;
    withdrawn json;
    is_withdrawn boolean;
    followed text;
  begin
    -- In one statement what every sign-up asks for.
    select
      (select json_build_object('receipt', receipt, 'happened', happened, 'body_hash', body_hash,
        'body', case when body_hash is null then body end)
        from submissions where id = of_id and store = of_store),
      array(
        select coalesce(folded_into, id) from profiles where id = any(named) and store = of_store
        union all select id from profiles where email_key = typed_key and store = of_store and folded_into is null
        union all select profile_id from phones where number = typed_number and store = of_store),
      exists (select from consents
        where recipient_key = any(recipients) and store = of_store and state = 'withdrawn'),
      (select rules from stores where name = of_store)
      into stored, holders, is_withdrawn, followed;
    if cardinality(holders) > 0 then
      -- Not sooner: for most there is nothing to sort, and to prepare for it costs as much as to find nobody.
      holders := array(select distinct unnest(holders) order by 1);
      owners := holders || array(select id from profiles where folded_into = any(holders));
      people := json_build_object(
        'profiles', (select ${list(['id', 'name', 'email', 'issuers', 'link_uses', 'history'], 'id')}
          from profiles where id = any(holders)),
        'phones', (select ${list(['profile_id', 'number', 'as_written', 'is_current', 'is_proven'], 'profile_id, position')}
          from phones where profile_id = any(holders)),
        'absorbed', (select ${list(['id', 'folded_into'], 'id')} from profiles where folded_into = any(holders)),
        'ledger', (select ${list(
          [
            ...['id', 'profile_id', 'channel', 'recipient', 'state', 'consent_id', 'submission_id'],
            `'at', ${milliseconds('at')}`,
          ],
          'at, id',
        )} from consents where profile_id = any(owners)),
        'thanked', case when asks_coupon then (select json_agg(distinct profile_id) from submissions
          where profile_id = any(owners) and store = of_store and receipt -> 'coupon' is not null) end);
    end if;
    if is_withdrawn then
      withdrawn := (select ${list(
        ['channel', 'recipient_key', 'state', "'method', evidence ->> 'method'", `'at', ${milliseconds('at')}`],
        'at, id',
      )} from consents where recipient_key = any(recipients) and store = of_store and state in ('withdrawn', 'granted'));
    end if;
    return json_build_object('rules', followed,
      'stored', stored, 'people', people, 'withdrawn', withdrawn);
  end $$`;

const statements = (schema: string) => [
  // In one order, so that no two wait for each other. The rows are for a process of the version before, which takes no locks.
  `create function lock_people(of_store text, keys text[], ids uuid[]) returns void language plpgsql as $$
    begin
      perform pg_advisory_xact_lock_shared(hashtextextended('store ' || of_store, 0));
      perform pg_advisory_xact_lock(key) from (
        select distinct hashtextextended(one, 0) as key from unnest(
          keys || array(select 'profile ' || id from unnest(ids) as id)) as one order by 1) as sorted;
      if cardinality(ids) > 0 then
        perform from (select from profiles where id = any(ids) order by id for update) as locked;
      end if;
    end $$`,
  // A sign-up by a process of the version before, which takes no locks, is rolled back where it ran beside: see the trigger.
  `create function lock_store(of_store text) returns void language plpgsql security definer
    set search_path = ${schema}, pg_temp as $$
    begin
      perform pg_advisory_xact_lock(hashtextextended('store ' || of_store, 0));
      update stores set rules = rules where name = of_store;
    end $$`,
  // Only that version's transactions are serializable. Its stops would miss who signs up here in the same moment.
  `create function consents_of_the_version_before() returns trigger language plpgsql security definer
    set search_path = ${schema}, pg_temp as $$
    begin
      if new.state = 'withdrawn' then
        raise exception 'a newer version takes what people withdraw' using errcode = 'serialization_failure';
      end if;
      perform from stores where name = new.store for share;
      return new;
    end $$`,
  `create trigger consents_of_the_version_before before insert on consents for each row
    when (current_setting('transaction_isolation') = 'serializable')
    execute function consents_of_the_version_before()`,
  `create function store_sign_up(seen text, keys text[], known uuid[], ${about},
      saved json, numbers json, entries json, row_id uuid, received_at timestamptz, happened text, profile_id uuid,
      body jsonb, receipt json, body_hash text, contact_keys jsonb)
    returns text language plpgsql ${byIndex} as $$
    begin
      if current_setting('transaction_isolation') <> 'read committed' then return 'isolation'; end if;
      perform lock_people(of_store, keys, known);
      if sign_up_state(${same}) is distinct from seen then return 'stale'; end if;
      insert into profiles (id, store, name, email, email_key, issuers, link_uses, history)
        select one.id, of_store, one.name, one.email, one.email_key, one.issuers, one.link_uses, one.history
        from json_to_recordset(saved) as one(
          id uuid, name text, email text, email_key text, issuers jsonb, link_uses jsonb, history jsonb)
        on conflict (id) do update set name = excluded.name, email = excluded.email, email_key = excluded.email_key,
          issuers = excluded.issuers, link_uses = excluded.link_uses, history = excluded.history;
      if cardinality(known) > 0 then
        delete from phones where phones.profile_id = any(known)
          and phones.profile_id in (select one.id from json_to_recordset(saved) as one(id uuid));
      end if;
      insert into phones (profile_id, position, store, number, as_written, is_current, is_proven)
        select one.profile_id, one.position, of_store, one.number, one.as_written, one.is_current, one.is_proven
        from json_to_recordset(numbers) as one(
          profile_id uuid, position integer, number text, as_written text, is_current boolean, is_proven boolean);
      insert into consents (id, store, profile_id, channel, recipient, recipient_key, state, at, consent_id, submission_id,
          evidence, page, salt, person_hash, entry_hash)
        select one.id, of_store, one.profile_id, one.channel, one.recipient, one.recipient_key, one.state, one.at, one.consent_id,
          one.submission_id, one.evidence, one.page, one.salt, one.person_hash, one.entry_hash
        from json_to_recordset(entries) as one(
          id uuid, profile_id uuid, channel text, recipient text, recipient_key text, state text, at timestamptz,
          consent_id uuid, submission_id uuid, evidence jsonb, page text, salt text, person_hash text, entry_hash text);
      insert into submissions
          (id, store, row_id, received_at, happened, profile_id, body, receipt, body_hash, contact_keys)
        values (of_id, of_store, row_id, received_at, happened, profile_id, body, receipt, body_hash, contact_keys);
      return 'stored';
    end $$`,
];
