import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../database.ts';
import { consentLedger } from '../migrations/consentLedger.ts';
import { onEachDatabase } from '../test/onEachDatabase.ts';
import { nothingShown } from './evidence.ts';
import { sealEntry, unlockLedger } from './sealEntry.ts';

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
  const erased = { recipient: hash, salt: null, page: null };
  const rowNow = () => database().selectFrom('consents').selectAll().where('id', '=', id).executeTakeFirst();

  test.each([
    { state: 'withdrawn' as const },
    { recipient: '+447700900462' },
    { at: new Date(0) },
    { entry_hash: 'sha256-' },
    erased,
    {},
  ])('no row is changed: %j', async (change) => {
    const before = await rowNow();
    const set = Object.keys(change).length > 0 ? change : { store: 'a-store' };
    await expect(database().updateTable('consents').set(set).where('id', '=', id).execute()).rejects.toThrow(
      appendOnly,
    );
    expect(await rowNow()).toEqual(before);
  });

  test('no row is taken away, and not all at once', async () => {
    await expect(database().deleteFrom('consents').where('id', '=', id).execute()).rejects.toThrow(appendOnly);
    await expect(sql`truncate consents`.execute(database())).rejects.toThrow(appendOnly);
    expect(await rowNow()).toBeDefined();
  });

  test('an erasure takes the person and nothing else, and only inside its own transaction', async () => {
    const erase = (change: object) =>
      database()
        .transaction()
        .execute(async (transaction) => {
          await unlockLedger(transaction, 'erase');
          await transaction.updateTable('consents').set(change).where('id', '=', id).execute();
        });
    const before = await rowNow();
    for (const more of [
      { state: 'withdrawn' },
      { at: new Date(0) },
      { entry_hash: 'sha256-' },
      { person_hash: 'sha256-' },
      { consent_id: randomUUID() },
      { submission_id: randomUUID() },
      { evidence: '{}' },
      { channel: 'email' },
      { store: 'another' },
      { recipient: '+447700900462' },
      { salt: 'kept' },
      { page: 'https://shop.example/kept' },
    ]) {
      await expect(erase({ ...erased, ...more })).rejects.toThrow(appendOnly);
    }
    const take = database()
      .transaction()
      .execute(async (transaction) => {
        await unlockLedger(transaction, 'erase');
        await transaction.deleteFrom('consents').where('id', '=', id).execute();
      });
    await expect(take).rejects.toThrow(appendOnly);
    expect(await rowNow()).toEqual(before);

    await erase(erased);
    expect(await rowNow()).toEqual({ ...before, ...erased });
    await expect(database().deleteFrom('consents').where('id', '=', id).execute()).rejects.toThrow(appendOnly);
  });

  test('the hash is over all of an entry, and over the person by a salted hash', () => {
    const one = entry();
    const shown = { evidence: null, page: 'https://shop.example/' };
    const [first, second] = [sealEntry('a-store', one, shown), sealEntry('a-store', one, shown)];
    expect(first.person_hash).not.toBe(second.person_hash);
    expect(first.entry_hash).not.toBe(second.entry_hash);
  });
});

test('entries of an earlier version are sealed with the words of their submission', async () => {
  const former = await openDatabase('memory');
  try {
    for (const statement of [
      'drop trigger consents_are_kept on consents',
      'drop trigger consents_are_not_truncated on consents',
      'drop function consents_are_kept',
      'drop trigger consents_have_a_key on consents',
      'alter table consents alter column recipient_key drop not null',
      ...['consents_withdrawn', 'submissions_by_profile', 'orders_by_profile', 'submissions_held'].map(
        (index) => `drop index ${index}`,
      ),
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
    await expect(former.deleteFrom('consents').execute()).rejects.toThrow(appendOnly);
  } finally {
    await former.destroy();
  }
}, 30_000);
