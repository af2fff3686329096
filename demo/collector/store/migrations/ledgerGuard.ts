import { type Kysely, type Migration, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/**
 * Leaves one way through the ledger's lock, a function that only the owner of the tables may run. Before, a setting opened it,
 * which any role may set. And numbers the withdrawals of each number and address, so that one that is missing is seen.
 */
export const ledgerGuard: Migration = {
  async up(db: Kysely<Tables>) {
    const { rows } = await sql<{ schema: string }>`select quote_ident(current_schema()) as schema`.execute(db);
    // Named, and before `pg_temp`: a caller's own temporary table of one of these names must not stand in for it.
    const path = `set search_path = ${rows[0]?.schema}, pg_temp`;
    const keyed = await sql`select from information_schema.columns
      where table_name = 'consents' and table_schema = current_schema() and column_name = 'recipient_key'`.execute(db);
    for (const statement of statements(path, keyed.rows.length > 0)) await sql.raw(statement).execute(db);
  },
};

/** What an erasure changes of an entry; all else of it stays. */
const erasable = `'{recipient,recipient_key,salt,page}'::text[]`;
const isErased = `new.recipient ~ '^hmac-sha256:[0-9a-f]{64}$'
  and coalesce(to_jsonb(new) ->> 'recipient_key', new.recipient) = new.recipient`;
/** What a number or address is compared by. */
const keyOf = (row: string) => `coalesce(to_jsonb(${row}) ->> 'recipient_key', lower(${row}.recipient))`;

const statements = (path: string, hasKey: boolean) => [
  // Which entries the function is about to erase. It empties it again, so nobody else ever sees a row.
  'create table consent_erasures (entry_id uuid primary key)',
  `create or replace function consents_are_kept() returns trigger language plpgsql ${path} as $$
    begin
      if tg_op = 'UPDATE' and new.salt is null and new.page is null and ${isErased}
        and to_jsonb(new) - ${erasable} = to_jsonb(old) - ${erasable}
        and exists (select from consent_erasures where entry_id = old.id)
      then return new; end if;
      raise exception 'the consent ledger is append-only' using errcode = 'restrict_violation';
    end $$`,
  `create table withdrawals (
    chain uuid not null, number integer not null, store text not null, channel text not null, recipient text not null,
    entry_id uuid not null, entry_hash text not null, chain_hash text not null, primary key (chain, number))`,
  'create index withdrawals_by_recipient on withdrawals (recipient, store)',
  `create function chain_withdrawal(entry consents) returns void language plpgsql security definer ${path} as $$
    declare key text := ${keyOf('entry')};
    declare former withdrawals;
    begin
      select * into former from withdrawals
        where recipient = key and store = entry.store and channel = entry.channel
        order by chain, number desc limit 1;
      insert into withdrawals values (
        coalesce(former.chain, entry.id), coalesce(former.number, 0) + 1, entry.store, entry.channel, key, entry.id,
        entry.entry_hash, 'sha256-' || encode(sha256(convert_to(
          coalesce(former.chain_hash, '') || E'\\n' || entry.entry_hash, 'UTF8')), 'hex'));
    end $$`,
  `create function withdrawals_are_chained() returns trigger language plpgsql security definer ${path} as $$
    begin
      perform chain_withdrawal(new);
      return null;
    end $$`,
  `select chain_withdrawal(consents) from (select * from consents where state = 'withdrawn' order by at, id) as consents`,
  `create trigger withdrawals_are_chained after insert on consents
    for each row when (new.state = 'withdrawn') execute function withdrawals_are_chained()`,
  `create function withdrawals_are_kept() returns trigger language plpgsql ${path} as $$
    begin
      if tg_op = 'UPDATE' and ${isErased} and to_jsonb(new) - ${erasable} = to_jsonb(old) - ${erasable}
        and exists (select from consent_erasures)
      then return new; end if;
      raise exception 'the chain of withdrawals is append-only' using errcode = 'restrict_violation';
    end $$`,
  `create trigger withdrawals_are_kept before update or delete on withdrawals
    for each row execute function withdrawals_are_kept()`,
  `create trigger withdrawals_are_not_truncated before truncate on withdrawals
    for each statement execute function withdrawals_are_kept()`,
  `create function erase_consents(owners uuid[], former text, erased text) returns void
    language plpgsql security definer ${path} as $$
    begin
      insert into consent_erasures
        select id from consents where profile_id = any(owners) and recipient = former and salt is not null;
      update consents set recipient = erased, ${hasKey ? 'recipient_key = erased, ' : ''}salt = null, page = null
        where id in (select entry_id from consent_erasures);
      update withdrawals set recipient = erased where chain in
        (select chain from withdrawals where entry_id in (select entry_id from consent_erasures));
      delete from consent_erasures;
    end $$`,
  ...['erase_consents(uuid[], text, text)', 'chain_withdrawal(consents)'].map(
    (name) => `revoke all on function ${name} from public`,
  ),
  'revoke all on consent_erasures, withdrawals from public',
];
