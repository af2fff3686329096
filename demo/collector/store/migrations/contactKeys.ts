import { type Kysely, type Migration, sql } from 'kysely';
import type { Submission } from '../../../../widget/index.ts';
import { contactKey } from '../../../../widget/relay/index.ts';
import { contactKeysOf } from '../contactKeysOf.ts';
import type { Tables } from '../tables.ts';

/** Rows of an earlier version that are read at a time: all at once would not fit into memory. */
const batch = 1000;
const first = '00000000-0000-0000-0000-000000000000';

/**
 * Stores what numbers and addresses are compared by, instead of leaving it to the `lower()` of a database, which depends on its
 * locale. And keeps a keyed hash of each submission, so that its id fetches nothing with another body, and of what proves that
 * a code was asked by whoever enters it.
 */
export const contactKeys: Migration = {
  async up(db: Kysely<Tables>) {
    for (const statement of columns) await sql.raw(statement).execute(db);
    await keyLedger(db);
    await keyHeld(db);
    await keyProfiles(db);
    for (const statement of indexes) await sql.raw(statement).execute(db);
  },
};

const columns = [
  'alter table consents add column recipient_key text',
  'alter table submissions add column body_hash text, add column contact_keys jsonb',
  'alter table codes add column key_hash text',
  // The ledger refuses any change; this one adds a column and touches no other.
  'alter table consents disable trigger consents_are_kept',
];

const indexes = [
  'alter table consents enable trigger consents_are_kept',
  // A process of the version before, which may still run beside this one, knows no keys.
  `create function consents_have_a_key() returns trigger language plpgsql as $$
    begin
      new.recipient_key := coalesce(new.recipient_key, lower(new.recipient));
      return new;
    end $$`,
  `create trigger consents_have_a_key before insert on consents
    for each row execute function consents_have_a_key()`,
  'alter table consents alter column recipient_key set not null',
  'drop index consents_by_recipient',
  'create index consents_by_key on consents (recipient_key, store)',
  // For every sign-up: nearly empty, and written by withdrawals alone. That of the version before stays for its processes.
  `create index consents_withdrawn_by_key on consents (recipient_key, store) where state = 'withdrawn'`,
];

async function keyLedger(db: Kysely<Tables>): Promise<void> {
  for (let after = first; ; ) {
    const rows = await db
      .selectFrom('consents')
      .select(['id', 'recipient'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .execute();
    if (rows.length === 0) return;
    await sql`update consents set recipient_key = made.key
      from jsonb_to_recordset(${JSON.stringify(rows.map(({ id, recipient }) => ({ id, key: contactKey(recipient) })))}::jsonb)
        as made(id uuid, key text)
      where consents.id = made.id`.execute(db);
    after = rows.at(-1)?.id ?? first;
  }
}

async function keyHeld(db: Kysely<Tables>): Promise<void> {
  const rows = await db
    .selectFrom('submissions')
    .select(['id', 'store', 'body'])
    .where('happened', '=', 'held')
    .execute();
  for (const { id, store, body } of rows) {
    await db
      .updateTable('submissions')
      .set({ contact_keys: JSON.stringify(contactKeysOf(body as Submission)) })
      .where('id', '=', id)
      .where('store', '=', store)
      .execute();
  }
}

/** Two writings of one address made two profiles; the newer one becomes part of the older. */
async function keyProfiles(db: Kysely<Tables>): Promise<void> {
  for (let after = first; ; ) {
    const rows = await db
      .selectFrom('profiles')
      .select(['id', 'store', 'email', 'email_key'])
      .where('id', '>', after)
      .where('email', 'is not', null)
      .where('folded_into', 'is', null)
      .orderBy('id')
      .limit(batch)
      .execute();
    for (const { id, store, email, email_key } of rows) {
      const key = contactKey(email ?? '');
      if (key === email_key) continue;
      const same = await db
        .selectFrom('profiles')
        .select('id')
        .where('email_key', '=', key)
        .where('store', '=', store)
        .where('folded_into', 'is', null)
        .executeTakeFirst();
      if (same) await fold(db, ...(same.id < id ? ([id, same.id] as const) : ([same.id, id] as const)));
      if (!same || id < same.id) {
        await db.updateTable('profiles').set({ email_key: key }).where('id', '=', id).execute();
      }
    }
    if (rows.length < batch) return;
    after = rows.at(-1)?.id ?? first;
  }
}

async function fold(db: Kysely<Tables>, from: string, into: string): Promise<void> {
  await sql`update profiles set folded_into = ${into} where id = ${from} or folded_into = ${from}`.execute(db);
  await sql`update profiles set
      name = coalesce(profiles.name, other.name),
      issuers = profiles.issuers || other.issuers,
      link_uses = profiles.link_uses || other.link_uses,
      history = profiles.history || other.history || '["Two writings of one address became one profile."]'::jsonb
    from profiles as other where profiles.id = ${into} and other.id = ${from}`.execute(db);
  // The numbers of the older profile stand before, and its current one stays the current one.
  await sql`delete from phones where profile_id = ${from}
    and number in (select number from phones where profile_id = ${into})`.execute(db);
  await sql`update phones set profile_id = ${into},
      position = position + (select coalesce(max(position), -1) + 1 from phones where profile_id = ${into}),
      is_current = is_current and not exists (select from phones where profile_id = ${into} and is_current)
    where profile_id = ${from}`.execute(db);
}
