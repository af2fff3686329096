import { randomInt, randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { consentLedger } from '../migrations/consentLedger.ts';
import { ledgerGuard } from '../migrations/ledgerGuard.ts';
import type { Tables } from '../tables.ts';
import { onEachDatabase } from '../test/onEachDatabase.ts';
import { openEmbedded } from '../test/openEmbedded.ts';
import { nothingShown } from './evidence.ts';
import { sealEntry } from './sealEntry.ts';

const appendOnly = /append-only/;

const entry = (about: { readonly submissionId?: string; readonly consentId?: string } = {}) =>
  ({
    id: randomUUID(),
    profileId: randomUUID(),
    channel: 'sms',
    to: '+447700900461',
    state: 'granted',
    at: Date.now(),
    consentId: null,
    submissionId: null,
    ...about,
  }) as const;

onEachDatabase((database) => {
  let id: string;

  beforeEach(async () => {
    const row = sealEntry('a-store', entry(), { ...nothingShown, page: 'https://shop.example/' });
    id = row.id;
    await database().insertInto('consents').values(row).execute();
  });

  const hash = `hmac-sha256:${'0'.repeat(64)}`;
  const erased = { recipient: hash, recipient_key: hash, salt: null, page: null };
  const rowNow = () => database().selectFrom('consents').selectAll().where('id', '=', id).executeTakeFirst();

  test.each([
    { state: 'withdrawn' as const },
    { recipient: '+447700900462' },
    { at: new Date(0) },
    { entry_hash: 'sha256-' },
    erased,
    {},
  ])('no entry can be changed: %j', async (change) => {
    const before = await rowNow();
    const set = Object.keys(change).length > 0 ? change : { store: 'a-store' };
    await expect(database().updateTable('consents').set(set).where('id', '=', id).execute()).rejects.toThrow(
      appendOnly,
    );
    expect(await rowNow()).toEqual(before);
  });

  test('no entry can be deleted, and the table cannot be emptied', async () => {
    await expect(database().deleteFrom('consents').where('id', '=', id).execute()).rejects.toThrow(appendOnly);
    await expect(sql`truncate consents`.execute(database())).rejects.toThrow(appendOnly);
    expect(await rowNow()).toBeDefined();
  });

  test('an entry was changed or deleted behind a setting, or by what an erasure does without its function', async () => {
    const before = await rowNow();
    for (const purpose of ['erase', 'reset']) {
      const behind = (work: (transaction: Transaction<Tables>) => Promise<unknown>) =>
        database()
          .transaction()
          .execute(async (transaction) => {
            await sql`select set_config('hello_again.ledger', ${purpose}, true)`.execute(transaction);
            await work(transaction);
          });
      await expect(behind((t) => t.deleteFrom('consents').where('id', '=', id).execute())).rejects.toThrow(appendOnly);
      await expect(behind((t) => t.updateTable('consents').set(erased).where('id', '=', id).execute())).rejects.toThrow(
        appendOnly,
      );
    }
    expect(await rowNow()).toEqual(before);
  });

  test('an erasure took more than the person, or left the ledger open behind it', async () => {
    const before = await rowNow();
    const erase = (to: string) =>
      sql`select erase_consents(array[${before?.profile_id}]::uuid[], ${before?.recipient}, ${to})`.execute(database());
    await expect(erase('+447700900462')).rejects.toThrow(appendOnly);
    expect(await rowNow()).toEqual(before);
    await erase(hash);
    expect(await rowNow()).toEqual({ ...before, ...erased });
    const again = database().updateTable('consents').set(erased).where('id', '=', id).execute();
    await expect(again).rejects.toThrow(appendOnly);
    await expect(database().deleteFrom('consents').where('id', '=', id).execute()).rejects.toThrow(appendOnly);
    expect((await sql`select from consent_erasures`.execute(database())).rows).toEqual([]);
  });

  test('with an entry’s permit, more of it than the person could be changed', async () => {
    for (const change of [
      { state: 'withdrawn' as const },
      { at: new Date(0) },
      { entry_hash: 'sha256-' },
      { person_hash: 'sha256-' },
      { consent_id: randomUUID() },
      { submission_id: randomUUID() },
      { evidence: '{}' },
      { channel: 'email' as const },
      { store: 'another' },
      { recipient: '+447700900462' },
      { salt: 'kept' },
      { page: 'https://shop.example/kept' },
    ]) {
      const work = database()
        .transaction()
        .execute(async (transaction) => {
          await sql`insert into consent_erasures values (${id})`.execute(transaction);
          await transaction
            .updateTable('consents')
            .set({ ...erased, ...change })
            .where('id', '=', id)
            .execute();
        });
      await expect(work).rejects.toThrow(appendOnly);
    }
  });

  test('a withdrawal was not numbered, or its number could be changed or deleted', async () => {
    const recipient = `+4477009${String(randomInt(1e5)).padStart(5, '0')}`;
    const withdrawn = () => ({ ...entry(), to: recipient, state: 'withdrawn' as const });
    const rows = [withdrawn(), withdrawn(), withdrawn()].map((one) => sealEntry('a-store', one, nothingShown));
    // Two at once, and one later.
    await database().insertInto('consents').values(rows.slice(0, 2)).execute();
    await database().insertInto('consents').values(rows.slice(2)).execute();
    const chain = () =>
      database().selectFrom('withdrawals').selectAll().where('recipient', '=', recipient).orderBy('number').execute();
    const before = await chain();
    expect(before.map(({ number, entry_id }) => [number, entry_id])).toEqual(rows.map((row, n) => [n + 1, row.id]));
    expect(new Set(before.map((one) => one.chain)).size).toBe(1);
    const kept = /append-only/;
    const all = database().updateTable('withdrawals').where('recipient', '=', recipient);
    await expect(all.set({ number: 7 }).execute()).rejects.toThrow(kept);
    await expect(all.set({ recipient: hash }).execute()).rejects.toThrow(kept);
    await expect(database().deleteFrom('withdrawals').execute()).rejects.toThrow(kept);
    await expect(sql`truncate withdrawals`.execute(database())).rejects.toThrow(kept);
    expect(await chain()).toEqual(before);
  });

  test('the hash covers a whole entry, and the person by a salted hash', () => {
    const one = entry();
    const shown = { evidence: null, page: 'https://shop.example/' };
    const [first, second] = [sealEntry('a-store', one, shown), sealEntry('a-store', one, shown)];
    expect(first.person_hash).not.toBe(second.person_hash);
    expect(first.entry_hash).not.toBe(second.entry_hash);
  });
});

test('entries of an earlier version are sealed with the texts of their submission', async () => {
  const former = await openEmbedded();
  try {
    for (const statement of [
      'drop trigger consents_are_kept on consents',
      'drop trigger consents_are_not_truncated on consents',
      'drop function consents_are_kept',
      'drop trigger withdrawals_are_chained on consents',
      'drop trigger consents_have_a_key on consents',
      'alter table consents alter column recipient_key drop not null',
      ...['submissions_by_profile', 'orders_by_profile', 'submissions_held'].map((index) => `drop index ${index}`),
      `alter table consents drop column evidence, drop column page, drop column salt, drop column person_hash,
        drop column entry_hash`,
    ]) {
      await sql.raw(statement).execute(former);
    }
    const one = entry({ submissionId: randomUUID(), consentId: randomUUID() });
    const consent = {
      id: one.consentId,
      text: 'Text me.',
      textHash: 'sha256-x',
      textVersion: 'uk-1',
      links: [],
      locale: 'en',
      region: 'uk',
      method: 'checkbox',
      checkedAt: '2026-01-31T12:00:00.000Z',
      page: 'https://shop.example/p',
    };
    const body = JSON.stringify({ id: one.submissionId, consents: [consent] });
    await sql`insert into submissions (store, id, row_id, received_at, happened, profile_id, body, receipt)
      values ('a-store', ${one.submissionId}, ${randomUUID()}, now(), 'created', ${one.profileId}, ${body}::jsonb, '{}')`.execute(
      former,
    );
    await sql`insert into consents (id, store, profile_id, channel, recipient, state, at, consent_id, submission_id)
      values (${one.id}, 'a-store', ${one.profileId}, 'sms', ${one.to}, 'granted', now(), ${one.consentId}, ${one.submissionId})`.execute(
      former,
    );
    // More than one batch, without a submission behind them.
    await sql`insert into consents (id, store, profile_id, channel, recipient, state, at)
      select gen_random_uuid(), 'a-store', gen_random_uuid(), 'sms', '+447700900000', 'lost', now()
      from generate_series(1, 1200)`.execute(former);
    await consentLedger.up(former);
    const rows = await former.selectFrom('consents').selectAll().execute();
    expect(rows).toHaveLength(1201);
    expect(rows.every(({ entry_hash, salt }) => entry_hash.startsWith('sha256-') && salt !== null)).toBe(true);
    expect(rows.find((row) => row.id === one.id)).toMatchObject({
      page: consent.page,
      evidence: { textHash: 'sha256-x', textVersion: 'uk-1', method: 'checkbox', checkedAt: consent.checkedAt },
    });
    await sql`drop function withdrawals_are_chained, withdrawals_are_kept, erase_consents, chain_withdrawal cascade`.execute(
      former,
    );
    await sql`drop table consent_erasures, withdrawals`.execute(former);
    await sql`alter table consents disable trigger consents_are_kept`.execute(former);
    await sql`update consents set state = 'withdrawn' where id = ${one.id}`.execute(former);
    await sql`alter table consents enable trigger consents_are_kept`.execute(former);
    await ledgerGuard.up(former);
    // What was withdrawn before is numbered as well.
    const numbered = await former.selectFrom('withdrawals').select(['number', 'entry_id', 'recipient']).execute();
    expect(numbered).toEqual([{ number: 1, entry_id: one.id, recipient: one.to }]);
    await expect(former.deleteFrom('consents').execute()).rejects.toThrow(appendOnly);
  } finally {
    await former.destroy();
  }
}, 30_000);
