import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { consentFor, orderSecret, typed } from '../../shop/test/demo.ts';
import { forgetCodes } from '../codes/code.ts';
import type { OutgoingText } from '../codes/sendByWebhook.ts';
import { forgetHeld, runCommand } from '../held/held.ts';
import { signatureOf } from '../orders/registerCheckouts.ts';
import { startProduction } from '../test/production.ts';
import { openDatabase } from './database.ts';
import type { Tables } from './tables.ts';
import { newPostgresDatabase } from './test/newPostgresDatabase.ts';

const document = readFileSync(join(import.meta.dirname, '../../../docs/consent-ledger.md'), 'utf8');
const role = `collector_${process.pid}`;
const adminToken = 'a'.repeat(32);

/** The grants as the document has them; a role belongs to a whole server, so this test's own is named otherwise. */
function grants(): string {
  const [, block = ''] = /<!-- grants -->\n```sql\n([\s\S]*?)```/.exec(document) ?? [];
  expect(block).toContain('create role');
  return block.replaceAll('hello_again_collector', role);
}

if (inject('postgres') === '') test.skip('under a role of its own, on PostgreSQL: none is installed here');

describe.runIf(inject('postgres') !== '')('under the role that the document describes', () => {
  let url: string;
  let owner: Kysely<Tables>;
  let database: Kysely<Tables>;

  beforeAll(async () => {
    url = await newPostgresDatabase();
    owner = await openDatabase({ url });
    await sql.raw(grants()).execute(owner);
    database = await openDatabase({ url: url.replace('//test@', `//${role}@`) });
  });
  afterAll(async () => {
    await database.destroy();
    await sql.raw(`drop owned by ${role}`).execute(owner);
    await sql.raw(`drop role ${role}`).execute(owner);
    await owner.destroy();
  });

  test('the collector could not do its work, or could erase', async () => {
    const texts: OutgoingText[] = [];
    const lines: string[] = [];
    const sendText = async (text: OutgoingText) => texts.push(text) > 0;
    const { app, deps, store, submit } = await startProduction(
      database,
      { HELLO_AGAIN_ADMIN_TOKEN: adminToken },
      { sendText, log: (line) => lines.push(line) },
    );
    const phone = '+447911123456';
    const email = 'penny@example.com';
    expect((await submit(typed(email, phone))).statusCode).toBe(200);
    // Held, listed, released, and what is out of date forgotten.
    const held = await submit({ ...typed('fast@example.com', '+447911123457'), widget: { ...widget, filledIn: 1 } });
    expect(held.json()).toMatchObject({ outcome: 'accepted' });
    const [line = ''] = (await runCommand(deps, ['held'])).lines;
    expect(await runCommand(deps, ['release', line.slice(0, 36)])).toMatchObject({ isDone: true });
    await forgetHeld(database, Date.now());
    await forgetCodes(database, Date.now());
    const order = JSON.stringify({ id: '1', email, phone });
    const signed = { 'content-type': 'application/json', 'x-order-signature': signatureOf(order, orderSecret) };
    const told = await app.inject({ method: 'POST', url: '/v1/checkouts', payload: order, headers: signed });
    expect(told.statusCode).toBe(200);
    const lookup = { version: 1, store, identifiers: [] };
    expect((await app.inject({ method: 'POST', url: '/v1/lookup', payload: lookup })).statusCode).toBe(200);
    // A proven number that somebody else types waits for its code.
    await sql`update phones set is_proven = true`.execute(database);
    const waits = await submit({
      contact: { email: 'sam@example.com', phone },
      consents: [consentFor('sam@example.com'), consentFor(phone)],
    });
    const { submission = '', code = '' } = texts.at(-1) ?? {};
    expect(waits.json()).toMatchObject({ outcome: 'pending' });
    const verified = await app.inject({
      method: 'POST',
      url: `/v1/submissions/${submission}/verify`,
      payload: { store, code, identity: waits.json().identity },
    });
    expect(verified.statusCode).toBe(200);

    const ask = (path: string, body: object) =>
      app.inject({
        method: 'POST',
        url: `/v1/people/${path}`,
        payload: { store, ...body },
        headers: { authorization: `Bearer ${adminToken}` },
      });
    expect((await ask('withdraw', { channel: 'email', recipient: email })).json()).toMatchObject({ added: 1 });
    const record = await ask('export', { email });
    expect(record.json()).toMatchObject({ withdrawals: [expect.any(String)], withdrawalChains: [{ number: 1 }] });
    const erase = await ask('erase', { email });
    expect([erase.statusCode, erase.json().title]).toEqual([403, 'The database role of this collector may not erase']);
    expect((await ask('export', { email })).json().person).not.toBeNull();
    expect(lines.filter((one) => one.startsWith('error'))).toEqual([]);
  });

  test.each([
    'delete from consents',
    `update consents set state = 'granted'`,
    'truncate consents',
    `select set_config('hello_again.ledger', 'reset', false); delete from consents`,
    `select set_config('hello_again.ledger', 'erase', false); update consents set salt = null, page = null, recipient = ''`,
    `select erase_consents(array(select profile_id from consents), recipient, 'hmac-sha256:x') from consents`,
    'select chain_withdrawal(consents) from consents',
    'insert into consent_erasures select id from consents',
    'delete from withdrawals',
    'insert into withdrawals select * from withdrawals',
    'alter table consents disable trigger consents_are_kept',
    'alter table consents disable trigger all',
    'drop trigger consents_are_kept on consents',
    `set session_replication_role = replica; delete from consents`,
    'create or replace function consents_are_kept() returns trigger language plpgsql as $$ begin return old; end $$',
    'create temporary table consent_erasures as select id as entry_id from consents; delete from consents',
    'drop table withdrawals',
    'delete from profiles',
    'delete from orders',
    `update installation set value = ''`,
  ])('the ledger, or what it stands on, could be changed: %s', async (statement) => {
    const client = new pg.Client({ connectionString: url.replace('//test@', `//${role}@`) });
    await client.connect();
    try {
      const before = await sql`select * from consents order by id`.execute(owner);
      await expect(client.query(statement)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|23001)$/) });
      expect(await sql`select * from consents order by id`.execute(owner)).toEqual(before);
    } finally {
      await client.end();
    }
  });
});

const widget = { version: '0.0.0', signup: 'default' };
