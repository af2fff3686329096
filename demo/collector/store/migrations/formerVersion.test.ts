import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { everyNth } from '../../../../scripts/sample.ts';
import { readMemory } from '../../../../widget/core/memory/read.ts';
import type { Receipt, Submission } from '../../../../widget/index.ts';
import { consentFor } from '../../../shop/test/demo.ts';
import { runCommand } from '../../held/held.ts';
import { withdraw } from '../../people/withdraw.ts';
import { type Production, startProduction } from '../../test/production.ts';
import { openDatabase } from '../database.ts';
import { migrate } from '../migrations.ts';
import { pglitePool } from '../pglitePool.ts';
import type { Tables } from '../tables.ts';
import { newPostgresDatabase } from '../test/newPostgresDatabase.ts';
import visitors from './former/visitors.json' with { type: 'json' };

const dump = readFileSync(join(import.meta.dirname, 'former/database.sql'), 'utf8');
const { store, links, keys, code, browser } = visitors;
type Name = keyof typeof visitors.sent;
const sent = visitors.sent as unknown as Record<Name, { submission: Submission; receipt: Receipt }>;
/** The code is still good. */
const now = Date.parse(visitors.madeAt) + 60_000;
const verifier = join(import.meta.dirname, '../../../../scripts/verify-consent.mjs');
const folder = mkdtempSync(join(tmpdir(), 'hello-again-'));
afterAll(() => rmSync(folder, { recursive: true }));
const adminToken = 't'.repeat(32);

const over = (engine: PGlite) => new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pglitePool(engine) }) });

/** Brings a database up to date that is as the former version left it; what it answers opens copies of that. */
async function embedded(): Promise<() => Promise<Kysely<Tables>>> {
  const engine = await PGlite.create();
  await engine.exec(dump);
  const database = over(engine);
  await migrate(database);
  const migrated = await engine.dumpDataDir('none');
  await database.destroy();
  return async () => over(await PGlite.create({ loadDataDir: migrated }));
}

async function onServer(): Promise<() => Promise<Kysely<Tables>>> {
  const url = await newPostgresDatabase();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(dump);
  await client.end();
  await (await openDatabase({ url })).destroy();
  return async () => openDatabase({ url: await newPostgresDatabase(new URL(url).pathname.slice(1)) });
}

const kinds = [
  ['embedded', embedded],
  ...(inject('postgres') === '' ? [] : [['on PostgreSQL', onServer] as const]),
] as const;

describe.each(kinds)('of a database of an earlier version, %s,', (_name, prepare) => {
  let open: Awaited<ReturnType<typeof prepare>>;
  let database: Kysely<Tables>;
  let shop: Production;
  const texts: { to: string; code: string }[] = [];

  beforeAll(async () => {
    open = await prepare();
  });
  beforeEach(async () => {
    database = await open();
    const env = {
      HELLO_AGAIN_STORES: store,
      HELLO_AGAIN_ADMIN_TOKEN: adminToken,
      HELLO_AGAIN_TEXTS_URL: 'https://shop.example/texts',
      HELLO_AGAIN_LINK_KEYS: Object.entries(keys)
        .map(([kid, secret]) => `${kid}:${secret}`)
        .join(),
    };
    texts.length = 0;
    shop = await startProduction(database, env, { now: () => now, sendText: async (text) => texts.push(text) > 0 });
  }, 30_000);
  afterEach(() => database.destroy());

  const post = async (path: string, payload: object) => {
    const headers = path.startsWith('/v1/people') ? { authorization: `Bearer ${adminToken}` } : {};
    const answer = await shop.app.inject({ method: 'POST', url: path, payload, headers });
    return { status: answer.statusCode, body: answer.json() };
  };
  const submit = (submission: object) => post('/v1/submissions', submission);
  const record = async (contact: object) => (await post('/v1/people/export', { store, ...contact })).body;
  const lookUp = async (value: string, source = 'link') =>
    (
      await post('/v1/lookup', {
        version: 1,
        store,
        identifiers: [{ field: 'profile', issuer: 'own', value, source }],
      })
    ).body;
  /** A new submission that says no more than this. */
  const again = (about: object): object => ({
    ...sent.penny.submission,
    ...{ id: crypto.randomUUID(), createdAt: new Date(now).toISOString() },
    ...{ contact: {}, consents: [], ...about },
  });
  const consent = (to: string) => consentFor(to, { checkedAt: new Date(now).toISOString() });
  const byToken = (value: string, source: string, phone: string) =>
    again({
      identity: {
        certainty: 'claimed',
        identifiers: [
          { field: 'profile', issuer: 'own', value, source, strength: 'token', observedAt: visitors.madeAt },
        ],
        setAside: [],
      },
      contact: { phone },
      consents: [consent(phone)],
    });

  test.each<Name>(everyNth(2, ['penny', 'sam', 'robin', 'uma', 'holly', 'rosa', 'emile', 'nora']))(
    'a submission that comes once more gets the answer that it had: %s',
    async (name) => {
      expect(await submit(sent[name].submission)).toEqual({ status: 200, body: sent[name].receipt });
      // And its id nothing else.
      expect(
        (await submit({ ...sent[name].submission, ...again({ id: undefined }), id: sent[name].submission.id })).status,
      ).toBe(422);
    },
  );

  test('an erased person’s submission that comes once more brings nobody back', async () => {
    const { identity: _, ...answered } = sent.erin.receipt;
    expect(await submit(sent.erin.submission)).toEqual({ status: 200, body: answered });
    const rows = await database.selectFrom('profiles').select('id').where('email', '=', 'erin@example.com').execute();
    expect(rows).toEqual([]);
  });

  test('the code that waits is good, without the receipt that the widget of then did not send', async () => {
    const url = `/v1/submissions/${sent.uma.submission.id}/verify`;
    expect((await post(url, { store, code })).body).toMatchObject({ outcome: 'accepted', subscribed: { sms: true } });
  });

  test('what is held is listed, and can be released', async () => {
    const { id } = sent.holly.submission;
    expect((await runCommand(shop.deps, ['held'])).lines.join()).toContain(id);
    expect(await runCommand(shop.deps, ['release', id])).toMatchObject({ isDone: true });
    expect((await record({ email: 'holly@example.com' })).person.profiles).toHaveLength(1);
  });

  test('a stop stays one, whoever comes, and the chain has it', async () => {
    const { contact, consents } = sent.rosa.submission;
    const { phone = '', email = '' } = contact;
    const { withdrawalChains, ledger } = await record({ email });
    expect(withdrawalChains).toHaveLength(2);
    // Once more as it was, from a browser that kept it; and newly typed, which waits for its code.
    await submit(again({ contact, consents }));
    await submit(again({ contact, consents: [consent(email), consent(phone)] }));
    const after = (await record({ email })).ledger.slice(ledger.length);
    expect(after.map((one: { state: string }) => one.state)).not.toContain('granted');
  });

  test('two writings of one address are one profile', async () => {
    const { profiles } = (await record({ email: 'émile@bücher.example' })).person;
    expect(profiles).toHaveLength(1);
    expect(profiles[0].numbers.map((one: { number: string }) => one.number)).toEqual(
      expect.arrayContaining([sent.emile.submission.contact.phone, sent.emileAscii.submission.contact.phone]),
    );
  });

  test('the link of a mail names its person, and may read', async () => {
    expect(await lookUp(links.penny)).toMatchObject({ known: true, email: 'subscribed', sms: 'subscribed' });
    const answer = await submit(byToken(links.penny, 'link', '+447911123470'));
    expect(answer).toMatchObject({ status: 200, body: { outcome: 'linked' } });
  });

  test('a receipt adds to its person’s profile from the cookie, and names nobody in a link', async () => {
    const { memory } = readMemory(cookieOf(browser.vera), now / 1000);
    const [kept] = memory.acknowledged.identifiers;
    expect(memory.acknowledged).toMatchObject({ subscribed: { email: true, sms: true } });
    const answer = await submit(byToken(kept?.value ?? '', 'cookie', '+447911123471'));
    expect(answer).toMatchObject({ status: 200, body: { outcome: 'linked' } });
    expect(JSON.stringify((await record({ email: 'vera@example.com' })).person)).toContain('+447911123471');
    expect((await submit(byToken(kept?.value ?? '', 'link', '+447911123472'))).status).toBe(409);
  });

  test('what waited in the outbox is taken, once', async () => {
    const [entry] = JSON.parse(browser.wanda.local.hello_again_outbox) as { submission: Submission }[];
    const first = await submit(entry?.submission ?? {});
    expect(first).toMatchObject({ status: 200, body: { outcome: 'accepted', subscribed: { email: true, sms: true } } });
    // The widget of today says when it sent it.
    expect(await submit({ ...entry?.submission, sentAt: new Date(now).toISOString() })).toEqual(first);
    expect((await record({ email: 'wanda@example.com' })).ledger).toHaveLength(2);
  });

  test('the ledger as a whole can be checked', async () => {
    const rows = await database.selectFrom('consents').select(['recipient', 'recipient_key']).execute();
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.every(({ recipient_key }) => recipient_key !== null)).toBe(true);
    for (const email of ['penny@example.com', 'rosa@example.com']) {
      const file = join(folder, `${email}.json`);
      writeFileSync(file, JSON.stringify(await record({ email })));
      const { status, stderr } = spawnSync(process.execPath, [verifier, file], { encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, '']);
    }
  });

  describe('while a process of that version still runs beside this one', () => {
    const asFormer = (statement: string) => sql.raw(statement).execute(database);
    /** A sign-up as that process writes it: the rows of one that it has written, under other ids and for another person. */
    const signUp = async (email: string, { state = 'granted', phone = {} } = {}) => {
      const id = crypto.randomUUID();
      const profile = crypto.randomUUID();
      const contact = { email, ...phone };
      const body = { ...sent.penny.submission, id, contact, consents: [consent(email)] };
      await asFormer(`insert into profiles (id, store, name, email, email_key, issuers, link_uses, history, folded_into)
        values ('${profile}', '${store}', null, '${email}', '${email.toLowerCase()}', '[]', '[]', '[]', null)`);
      await asFormer(`insert into consents (id, store, profile_id, channel, recipient, state, at, consent_id, submission_id,
          evidence, page, salt, person_hash, entry_hash)
        values ('${crypto.randomUUID()}', '${store}', '${profile}', 'email', '${email}', '${state}', now(), null, '${id}',
          null, null, 'salt', 'sha256-p', 'sha256-e')`);
      const receipt = { ...sent.penny.receipt };
      await asFormer(`insert into submissions (store, id, row_id, received_at, happened, profile_id, body, receipt)
        values ('${store}', '${id}', '${crypto.randomUUID()}', now(), 'created', '${profile}',
          '${JSON.stringify(body).replaceAll("'", "''")}', '${JSON.stringify(receipt)}')`);
      return { body, receipt };
    };

    test('its sign-ups count, and come once more to either', async () => {
      const { body, receipt } = await signUp('Old@Example.com');
      expect(await submit(body)).toEqual({ status: 200, body: receipt });
      expect((await submit({ ...body, contact: { email: 'other@example.com' }, consents: [] })).status).toBe(422);
      expect((await record({ email: 'old@example.com' })).ledger).toMatchObject([{ state: 'granted' }]);
    });

    test('its stops are chained, and hold here', async () => {
      await signUp('stop@example.com', { state: 'withdrawn' });
      expect((await record({ email: 'stop@example.com' })).withdrawalChains).toHaveLength(1);
      await submit(again({ contact: { email: 'stop@example.com' }, consents: [consent('stop@example.com')] }));
      const { ledger } = await record({ email: 'stop@example.com' });
      expect(ledger.map((one: { state: string }) => one.state)).not.toContain('granted');
    });

    const serializable = (work: (transaction: Transaction<Tables>) => Promise<unknown>) =>
      database.transaction().setIsolationLevel('serializable').execute(work);
    const entry = (state: string) => sql`insert into consents (id, store, profile_id, channel, recipient, state, at,
        person_hash, entry_hash)
      values (gen_random_uuid(), ${store}, gen_random_uuid(), 'email', 'beside@example.com', ${state}, now(), 'p', 'e')`;

    test('its processes take no stops, for they would miss who signs up here in the same moment', async () => {
      const stop = serializable((transaction) => entry('withdrawn').execute(transaction));
      await expect(stop).rejects.toMatchObject({ code: '40001' });
    });

    test.runIf(_name !== 'embedded')('its sign-ups are rolled back where a stop was taken here meanwhile', async () => {
      const signUps = serializable(async (transaction) => {
        await sql`select from consents where recipient = 'beside@example.com'`.execute(transaction);
        await withdraw(shop.deps, { store, channel: 'email', recipient: 'beside@example.com' });
        await entry('granted').execute(transaction);
      });
      await expect(signUps).rejects.toMatchObject({ code: '40001' });
      await serializable((transaction) => entry('granted').execute(transaction));
    });

    test('its codes are good here', async () => {
      const { body } = await signUp('coded@example.com', { phone: { phone: '+447911123450' } });
      const columns = 'store, recipient, code_hash, outcome, sent_at, sends, tries, proven_at';
      await asFormer(`insert into codes (id, ${columns}) select '${body.id}', ${columns} from codes limit 1`);
      const answer = await post(`/v1/submissions/${body.id}/verify`, { store, code: '000000' });
      expect(answer.body.errors?.[0]?.code).toBe('wrong');
    });

    test('its erasures are refused by the ledger, whatever setting it makes, and take nothing away', async () => {
      const before = await database.selectFrom('consents').selectAll().orderBy('id').execute();
      const erase = database.transaction().execute(async (transaction) => {
        await sql`select set_config('hello_again.ledger', 'erase', true)`.execute(transaction);
        const erased = `hmac-sha256:${'0'.repeat(64)}`;
        await sql`update consents set recipient = ${erased}, salt = null, page = null`.execute(transaction);
      });
      await expect(erase).rejects.toThrow(/append-only/);
      expect(await database.selectFrom('consents').selectAll().orderBy('id').execute()).toEqual(before);
    });
  });
});

function cookieOf({ cookies }: { readonly cookies: readonly { readonly name: string; readonly value: string }[] }) {
  return decodeURIComponent(cookies.find(({ name }) => name === 'hello_again')?.value ?? '');
}
