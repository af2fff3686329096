import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { submissionFor } from '../../../shop/test/demo.ts';
import { heldFor } from '../../people/find.ts';
import { withdraw } from '../../people/withdraw.ts';
import { startProduction } from '../../test/production.ts';
import { loadProfiles } from '../loadProfiles.ts';
import type { Tables } from '../tables.ts';
import { openEmbedded } from '../test/openEmbedded.ts';
import { contactKeys } from './contactKeys.ts';

const ids = (count: number) =>
  Array.from({ length: count }, (_, n) => `019a0000-0000-7000-8000-${`${n}`.padStart(12, '0')}`);
const store = 'a-store';

let database: Kysely<Tables>;

/** A database as the version before left it. */
beforeEach(async () => {
  database = await openEmbedded();
  for (const statement of [
    'drop trigger consents_have_a_key on consents',
    'drop function consents_have_a_key',
    'drop index consents_withdrawn_by_key',
    'drop index consents_by_key',
    'alter table consents drop column recipient_key',
    'alter table submissions drop column body_hash, drop column contact_keys',
    'alter table codes drop column key_hash',
    'create index consents_by_recipient on consents (lower(recipient))',
  ]) {
    await sql.raw(statement).execute(database);
  }
}, 30_000);
afterEach(() => database.destroy());

const profile = (id: string, email: string, about: Record<string, unknown> = {}) =>
  database
    .insertInto('profiles')
    .values({
      id,
      store,
      name: null,
      email,
      email_key: email.toLowerCase(),
      issuers: '[]',
      link_uses: '[]',
      history: JSON.stringify([`Was ${email}.`]),
      folded_into: null,
      ...about,
    })
    .execute();
const phone = (profileId: string, position: number, number: string, isCurrent: boolean) =>
  database
    .insertInto('phones')
    .values({
      profile_id: profileId,
      position,
      store,
      number,
      as_written: number,
      is_current: isCurrent,
      is_proven: false,
    })
    .execute();
const entry = (id: string, profileId: string, recipient: string, state = 'granted') =>
  sql`insert into consents (id, store, profile_id, channel, recipient, state, at, person_hash, entry_hash)
    values (${id}, ${store}, ${profileId}, 'email', ${recipient}, ${state}, now(), 'p', 'e')`.execute(database);
const load = (email: string) =>
  database
    .transaction()
    .execute(async (transaction) => (await loadProfiles(transaction, store, { email })).byEmail(email));

test('a ledger of the version before had no keys; it is still append-only, and older processes may write on', async () => {
  const [one = '', two = '', three = '', person = ''] = ids(4);
  await entry(one, person, 'ÉMILE@Bücher.example');
  await entry(two, person, `hmac-sha256:${'0'.repeat(64)}`, 'withdrawn');
  await sql`insert into consents (id, store, profile_id, channel, recipient, state, at, person_hash, entry_hash)
    select gen_random_uuid(), ${store}, ${person}, 'sms', '+447700900000', 'lost', now(), 'p', 'e'
    from generate_series(1, 1200)`.execute(database);
  await contactKeys.up(database);
  // As a process of the version before writes.
  await entry(three, person, 'Penny@example.com');
  const rows = await database.selectFrom('consents').select(['id', 'recipient_key']).execute();
  expect(rows).toHaveLength(1203);
  expect(
    rows
      .filter(({ id }) => [one, two, three].includes(id))
      .map(({ recipient_key }) => recipient_key)
      .sort(),
  ).toEqual([`hmac-sha256:${'0'.repeat(64)}`, 'penny@example.com', 'émile@xn--bcher-kva.example']);
  expect(rows.filter(({ recipient_key }) => recipient_key === '+447700900000')).toHaveLength(1200);
  await expect(database.updateTable('consents').set({ recipient_key: 'x' }).execute()).rejects.toThrow(/append-only/);
});

test('two writings of one address were two profiles; they are one, with all that each had', async () => {
  const [older = '', newer = '', other = '', folded = ''] = ids(4);
  await profile(older, 'a@xn--bcher-kva.example');
  await profile(newer, 'A@Bücher.example', { name: 'Anna' });
  await profile(other, 'İBO@example.com');
  await profile(folded, 'x@example.com', { folded_into: newer });
  await phone(older, 0, '+447700900001', true);
  await phone(newer, 0, '+447700900001', false);
  await phone(newer, 1, '+447700900002', true);
  await contactKeys.up(database);
  for (const email of ['a@bücher.example', 'A@XN--BCHER-KVA.EXAMPLE']) {
    expect(await load(email)).toMatchObject({
      id: older,
      name: 'Anna',
      absorbed: expect.arrayContaining([newer, folded]),
      phones: [
        { number: '+447700900001', isCurrent: true },
        { number: '+447700900002', isCurrent: false },
      ],
    });
  }
  expect(await load('İBO@example.com')).toMatchObject({ id: other });
});

test('of two the newer one may be the one that is written as it is compared', async () => {
  const [older = '', newer = ''] = ids(2);
  await profile(older, 'a@bücher.example');
  await profile(newer, 'a@xn--bcher-kva.example');
  await contactKeys.up(database);
  expect(await load('a@bücher.example')).toMatchObject({ id: older, absorbed: [newer] });
});

test('what was held before is found by any writing, and so is what an older process holds beside this one', async () => {
  const held = (email: string) => {
    const body = submissionFor(store, { contact: { email } });
    return sql`insert into submissions (store, id, row_id, received_at, happened, body, receipt)
      values (${store}, ${body.id}, ${randomUUID()}, now(), 'held', ${JSON.stringify(body)}::jsonb, '{}')`.execute(
      database,
    );
  };
  await held('ÉMILE@bücher.example');
  await contactKeys.up(database);
  await held('Penny@example.com');
  const found = (email: string) =>
    database.transaction().execute(async (transaction) => (await heldFor(transaction, store, [email])).length);
  expect(await found('émile@xn--bcher-kva.example')).toBe(1);
  expect(await found('penny@EXAMPLE.com')).toBe(1);
  expect(await found('nobody@example.com')).toBe(0);
});

test('an erased address whose hash an earlier version made is still withdrawn', async () => {
  await contactKeys.up(database);
  const shop = await startProduction(database);
  const [one = '', person = ''] = ids(2);
  const former = shop.deps.recipientHash('a@bücher.example', 'a@bücher.example');
  expect(former).not.toBe(shop.deps.recipientHash('a@bücher.example'));
  await sql`insert into consents (id, store, profile_id, channel, recipient, state, at, person_hash, entry_hash)
    values (${one}, ${shop.store}, ${person}, 'email', ${former}, 'withdrawn', now(), 'p', 'e')`.execute(database);
  const stop = { store: shop.store, channel: 'email', recipient: 'a@bücher.example' } as const;
  expect(await withdraw(shop.deps, stop)).toEqual({ added: 0, found: false });
});
