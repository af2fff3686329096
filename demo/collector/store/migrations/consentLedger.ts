import { type Kysely, type Migration, type SqlBool, sql } from 'kysely';
import type { Submission } from '../../../../widget/index.ts';
import { nothingShown, shownInSubmission } from '../ledger/evidence.ts';
import { sealEntry } from '../ledger/sealEntry.ts';
import type { Tables } from '../tables.ts';

/** Rows of an earlier version that are sealed at a time: all at once would not fit into memory. */
const batch = 1000;

/** Gives every ledger entry its evidence and its hash, and lets the database itself refuse to change one. */
export const consentLedger: Migration = {
  async up(db: Kysely<Tables>) {
    await sql`alter table consents
      add column evidence jsonb, add column page text, add column salt text, add column person_hash text,
      add column entry_hash text`.execute(db);
    await sealFormerEntries(db);
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  'alter table consents alter column person_hash set not null, alter column entry_hash set not null',
  // For whoever says stop: a number may stand in the ledger of a profile that no longer holds it.
  'create index consents_by_recipient on consents (lower(recipient))',
  // For every sign-up: nearly empty, and written by withdrawals alone.
  `create index consents_withdrawn on consents (lower(recipient), store) where state = 'withdrawn'`,
  // For whoever exports or erases a person: without these both would read every row, and under load wait for every writer.
  'create index submissions_by_profile on submissions (profile_id)',
  'create index orders_by_profile on orders (profile_id)',
  // What is held stands on nobody's profile.
  `create index submissions_held on submissions (store) where happened = 'held'`,
  `create function consents_are_kept() returns trigger language plpgsql as $$
    declare purpose text := coalesce(current_setting('hello_again.ledger', true), '');
    begin
      if tg_op = 'DELETE' and purpose = 'reset' then return old; end if;
      if tg_op = 'UPDATE' and purpose = 'erase' and new.salt is null and new.page is null
        and new.recipient like 'hmac-sha256:%'
        and (new.id, new.store, new.profile_id, new.channel, new.state, new.at, new.person_hash, new.entry_hash)
          = (old.id, old.store, old.profile_id, old.channel, old.state, old.at, old.person_hash, old.entry_hash)
        and (new.consent_id, new.submission_id, new.evidence)
          is not distinct from (old.consent_id, old.submission_id, old.evidence)
      then return new; end if;
      raise exception 'the consent ledger is append-only' using errcode = 'restrict_violation';
    end $$`,
  `create trigger consents_are_kept before update or delete on consents
    for each row execute function consents_are_kept()`,
  `create trigger consents_are_not_truncated before truncate on consents
    for each statement execute function consents_are_kept()`,
];

/** What was written before entries had a hash gets one now, which says nothing about the time before. */
async function sealFormerEntries(db: Kysely<Tables>): Promise<void> {
  for (;;) {
    const rows = await db
      .selectFrom('consents')
      .leftJoin('submissions', (join) =>
        join.onRef('submissions.store', '=', 'consents.store').onRef('submissions.id', '=', 'consents.submission_id'),
      )
      .selectAll('consents')
      .select('submissions.body')
      .where(sql<SqlBool>`entry_hash is null`)
      .limit(batch)
      .execute();
    for (const { body, ...row } of rows) {
      const entry = {
        id: row.id,
        profileId: row.profile_id,
        channel: row.channel,
        to: row.recipient,
        state: row.state,
        at: row.at.getTime(),
        consentId: row.consent_id,
        submissionId: row.submission_id,
      };
      const shown = body === null ? nothingShown : shownInSubmission(body as Submission)(entry);
      const { evidence, page, salt, person_hash, entry_hash } = sealEntry(row.store, entry, shown);
      await db
        .updateTable('consents')
        .set({ evidence: evidence ?? null, page: page ?? null, salt: salt ?? null, person_hash, entry_hash })
        .where('id', '=', row.id)
        .execute();
    }
    if (rows.length < batch) return;
  }
}
