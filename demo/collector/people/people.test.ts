import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { people as seeded } from '../../shop/server/seed.ts';
import type { RecordedText } from '../../shop/server/texts.ts';
import { byLink, consentFor, Demo, submissionFor, typed } from '../../shop/test/demo.ts';
import { onEachDatabase } from '../store/test/onEachDatabase.ts';
import { People, token } from './test/people.ts';

const email = 'robin@example.com';
const phone = '+447700900461';
const other = '+447700900982';
const minute = 60_000;

let people: People;
let time: number;

onEachDatabase((database) => {
  beforeEach(async () => {
    time = Date.now();
    people = await People.start(database(), { now: () => time });
  });

  const iso = (at = time) => new Date(at).toISOString();
  const signUp = async (about = typed(email, phone)) => {
    const answer = await people.demo.submit(about);
    expect(answer.statusCode).toBe(200);
    return answer.json();
  };
  /** A sign-up whose boxes were ticked at a time. */
  const ticked = (at: number) => ({
    contact: { email, phone },
    consents: [consentFor(email, { checkedAt: iso(at) }), consentFor(phone, { checkedAt: iso(at) })],
  });
  /** As if a code had been entered. */
  const prove = (number = phone) =>
    database()
      .updateTable('phones')
      .set({ is_proven: true })
      .where('store', '=', people.demo.store)
      .where('number', '=', number)
      .execute();
  /** Enters the last code that was sent, as the widget that got the receipt. */
  const enterCode = async ({ identity }: { readonly identity: string }) => {
    const { code, submission } = (await people.demo.get<RecordedText[]>('/api/texts')).at(-1) ?? { code: '' };
    return people.demo.post(`/v1/submissions/${submission}/verify`, { code, identity });
  };
  const consentsOf = async (name = email) => {
    const profile = await people.demo.profile(name);
    return [profile.emailConsent, ...profile.phones.map(({ consent }) => consent)];
  };

  describe('the access control', () => {
    test.each(['export', 'erase', 'withdraw'] as const)(
      'answers %s with 401 without the token, whatever the body is',
      async (path) => {
        for (const authorization of [
          '',
          `Bearer ${token}x`,
          `Bearer ${token.slice(1)}`,
          token,
          `Basic ${token}`,
          'Bearer ',
        ]) {
          const answer = await people.ask(path, { email: seeded.penny.email }, { authorization });
          expect(answer.statusCode).toBe(401);
          expect(answer.headers['www-authenticate']).toBe('Bearer');
          expect(answer.body).not.toContain('@');
        }
        expect(await consentsOf(seeded.penny.email)).toEqual(['subscribed']);
      },
    );

    test('closes the routes without a token, and to pages of another origin', async () => {
      const closed = await Demo.start(database());
      expect(
        (await closed.post('/v1/people/export', {}, { headers: { authorization: `Bearer ${token}` } })).statusCode,
      ).toBe(404);
      const origin = { origin: 'https://shop.example', authorization: `Bearer ${token}` };
      const answer = await people.ask('export', { email: seeded.penny.email }, origin);
      const preflight = await people.demo.app.inject({ method: 'OPTIONS', url: '/v1/people/export', headers: origin });
      expect(preflight.statusCode).toBe(404);
      for (const { headers } of [answer, preflight]) {
        expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
        expect(headers['cache-control']).toBe('no-store');
      }
    });

    test.each([
      ['no object', '[]'],
      ['no JSON', '{'],
      ['nobody', '{}'],
      ['two names', '{"email":"a@b","phone":"+447700900461"}'],
      ['a misspelt member', '{"email":"a@b","phon":"+447700900461"}'],
      ['an email that is none', '{"email":"a b@c"}'],
      ['an email that is a list', '{"email":["a@b"]}'],
      ['a wildcard', '{"email":"%"}'],
      ['a number as it is spoken', '{"phone":"07700 900461"}'],
      ['the character NUL', '{"email":"a\\u0000@b"}'],
      ['far too much', `{"email":"${'a'.repeat(5000)}@b"}`],
    ])('refuses %s', async (_name, payload) => {
      const body = payload.replace(/^\{(?=.)/, `{"store":"${people.demo.store}"${payload.length > 2 ? ',' : ''}`);
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      for (const path of ['export', 'erase']) {
        const answer = await people.demo.app.inject({
          method: 'POST',
          url: `/v1/people/${path}`,
          headers,
          payload: body,
        });
        expect([400, 413, 422]).toContain(answer.statusCode);
      }
      const asText = { ...headers, 'content-type': 'text/plain' };
      const answer = await people.demo.app.inject({
        method: 'POST',
        url: '/v1/people/erase',
        headers: asText,
        payload: body,
      });
      expect(answer.statusCode).toBe(415);
    });

    test('answers 404 to an unknown person, another store’s or an unknown store, and creates no store', async () => {
      await signUp();
      const elsewhere = await People.start(database());
      const never = `never-${randomUUID()}`;
      for (const path of ['export', 'erase'] as const) {
        expect((await people.ask(path, { email: 'nobody@example.com' })).statusCode).toBe(404);
        expect((await elsewhere.ask(path, { email })).statusCode).toBe(404);
        expect((await elsewhere.ask(path, { phone })).statusCode).toBe(404);
        expect((await people.ask(path, { email, store: never })).statusCode).toBe(404);
      }
      const stop = { channel: 'sms', recipient: phone };
      expect((await people.ask('withdraw', { ...stop, store: never })).statusCode).toBe(404);
      expect((await elsewhere.ask('withdraw', stop)).json()).toEqual({ added: 1, found: false });
      expect(await consentsOf()).toEqual(['subscribed', 'subscribed']);
      const made = database().selectFrom('stores').select('name').where('name', '=', never);
      expect(await made.execute()).toEqual([]);
    });
  });

  describe('an export', () => {
    test('says who consented with which number, to which text, when, how and by which submission', async () => {
      const sent = submissionFor(people.demo.store, typed(email, phone));
      await people.demo.post('/v1/submissions', sent);
      const byEmail = await people.record({ email: email.toUpperCase() });
      expect(byEmail).toEqual(await people.record({ phone }));
      expect(byEmail).toMatchObject({
        format: 'hello-again-consent-record',
        version: 1,
        store: people.demo.store,
        person: { profiles: [{ email, numbers: [{ number: phone, isCurrent: true }], identifiers: [], former: [] }] },
        submissions: [{ id: sent.id, contact: sent.contact, consents: [{ to: email }, { to: phone }] }],
        withdrawals: [],
      });
      const [, sms] = sent.consents;
      const { id, text, page, ...evidence } = sms ?? consentFor(phone);
      expect(byEmail.ledger.find(({ channel }) => channel === 'sms')).toMatchObject({
        consentId: id,
        submissionId: sent.id,
        to: phone,
        state: 'granted',
        text,
        page,
        evidence: {
          textHash: evidence.textHash,
          textVersion: 'uk-1',
          links: [],
          locale: 'en-GB',
          region: 'uk',
          method: 'checkbox',
          checkedAt: evidence.checkedAt,
        },
      });
    });

    test('includes merged profiles, and no identifier’s value', async () => {
      const link = await people.demo.token('newsletter');
      await signUp(byLink(link, other));
      await enterCode(await signUp(typed(seeded.penny.email, seeded.sam.number)));
      const record = await people.record({ phone: seeded.sam.number });
      expect(record.person?.profiles).toMatchObject([
        { email: seeded.penny.email, identifiers: ['own'], former: [{ name: seeded.sam.name }] },
      ]);
      expect(record.ledger.map(({ to }) => to)).toContain(seeded.sam.number);
      expect(JSON.stringify(record)).not.toContain(link);
    });

    test('of a number of two emails names neither of them', async () => {
      await people.demo.app.inject({
        method: 'PUT',
        url: `/api/rules?store=${people.demo.store}`,
        payload: { rules: 'thread-2021' },
      });
      await signUp(typed(email, phone));
      await signUp(typed('kim@example.com', phone));
      expect((await people.ask('export', { phone })).statusCode).toBe(409);
      expect((await people.ask('erase', { phone })).statusCode).toBe(409);
      const record = await people.record({ email });
      expect(JSON.stringify(record)).not.toContain('kim@example.com');
    });
  });

  describe('a withdrawal', () => {
    test('is written once however often it is said, and ends every consent ticked before it', async () => {
      await signUp();
      time += minute;
      const stop = { channel: 'sms', recipient: phone, at: iso() };
      const added = async () => (await people.ask('withdraw', stop)).json();
      expect(await added()).toEqual({ added: 1, found: true });
      time += minute;
      expect(await added()).toEqual({ added: 0, found: true });
      expect((await people.ask('withdraw', { channel: 'sms', recipient: phone })).json()).toMatchObject({ added: 0 });
      expect(await consentsOf()).toEqual(['subscribed', 'unsubscribed']);

      await signUp(ticked(time - 5 * minute));
      expect(await consentsOf()).toEqual(['subscribed', 'unsubscribed']);
      const receipt = await signUp(ticked(time));
      expect(await consentsOf()).toEqual(['subscribed', 'unsubscribed']);
      await enterCode(receipt);
      expect(await consentsOf()).toEqual(['subscribed', 'subscribed']);
      const { ledger, withdrawals } = await people.record({ email });
      expect(ledger.filter(({ state }) => state === 'withdrawn')).toMatchObject([
        { id: withdrawals[0], channel: 'sms', to: phone, evidence: { method: 'withdrawal', checkedAt: stop.at } },
      ]);
    });

    test('that is reported late ends what was ticked before it, and not what was ticked since', async () => {
      const said = time;
      time += 10 * minute;
      await signUp(ticked(said - minute));
      await people.ask('withdraw', { channel: 'sms', recipient: phone, at: iso(said) });
      expect(await consentsOf()).toEqual(['subscribed', 'unsubscribed']);

      await signUp({
        contact: { email: 'kim@example.com' },
        consents: [consentFor('kim@example.com', { checkedAt: iso(said + minute) })],
      });
      await people.ask('withdraw', { channel: 'email', recipient: 'KIM@example.com', at: iso(said) });
      expect(await consentsOf('kim@example.com')).toEqual(['subscribed']);
    });

    test('on one profile ends a consent that arrives with another email, too', async () => {
      await signUp();
      time += minute;
      await people.ask('withdraw', { channel: 'sms', recipient: phone });
      await people.ask('erase', { email });
      await signUp({
        contact: { email: 'kim@example.com', phone },
        consents: [consentFor(phone, { checkedAt: iso(time - 5 * minute) })],
      });
      expect(await consentsOf('kim@example.com')).toEqual(['never']);
    });

    test('for an unknown number ends an older consent that arrives later', async () => {
      const stop = { channel: 'sms', recipient: phone, at: iso() };
      expect((await people.ask('withdraw', stop)).json()).toEqual({ added: 1, found: false });
      expect((await people.ask('withdraw', stop)).json()).toEqual({ added: 0, found: false });
      expect((await people.ask('withdraw', { channel: 'sms', recipient: phone })).json()).toMatchObject({ added: 0 });
      const rows = await database().selectFrom('consents').selectAll().where('store', '=', people.demo.store).execute();
      expect(JSON.stringify(rows)).not.toContain(phone);
      expect((await people.record({ phone })).ledger).toMatchObject([{ channel: 'sms', state: 'withdrawn' }]);

      await signUp(ticked(time - minute));
      expect(await consentsOf()).toEqual(['subscribed']);
      expect((await people.record({ email })).withdrawals).toHaveLength(1);
      time += minute;
      await enterCode(await signUp(ticked(time)));
      expect(await consentsOf()).toEqual(['subscribed', 'subscribed']);
      expect((await people.ask('erase', { email })).statusCode).toBe(200);
      expect((await people.ask('erase', { phone })).json()).toMatchObject({ profiles: 0 });
    });

    test('ends what has been waiting for a code since the last one', async () => {
      const sms = { channel: 'sms', recipient: phone };
      // Another email with that number: it has to be proven.
      const byKim = () =>
        signUp({ contact: { email: 'kim@example.com', phone }, consents: [consentFor(phone, { checkedAt: iso() })] });
      await signUp();
      await prove();
      await byKim();
      time += minute;
      expect((await people.ask('withdraw', sms)).json()).toMatchObject({ added: 2 });
      time += minute;
      const receipt = await byKim();
      time += minute;
      expect((await people.ask('withdraw', sms)).json()).toMatchObject({ added: 1 });
      expect((await people.ask('withdraw', sms)).json()).toMatchObject({ added: 0 });
      const proven = await enterCode(receipt);
      expect(proven.json()).toMatchObject({ outcome: 'accepted', subscribed: { sms: false } });
      expect(await consentsOf('kim@example.com')).not.toContain('subscribed');
    });

    test('ends what waits for a code from a browser with a fast clock', async () => {
      await signUp();
      await prove();
      time += minute;
      const receipt = await signUp({
        contact: { email: 'kim@example.com', phone },
        consents: [consentFor(phone, { checkedAt: iso(time + 60 * minute) })],
      });
      time += minute;
      await people.ask('withdraw', { channel: 'sms', recipient: phone });
      time += minute;
      expect((await enterCode(receipt)).json()).toMatchObject({ subscribed: { sms: false } });
    });

    test.each([
      { channel: 'post', recipient: phone },
      { channel: 'sms', recipient: email },
      { channel: 'email', recipient: phone },
      { channel: 'sms', recipient: phone, at: 'yesterday' },
      { channel: 'sms', recipient: phone, at: '2999-01-01T00:00:00.000Z' },
      { channel: 'sms', recipient: phone, at: 5 },
    ])('is refused when it is %j', async (body) => {
      await signUp();
      expect((await people.ask('withdraw', body)).statusCode).toBe(422);
      expect(await consentsOf()).toEqual(['subscribed', 'subscribed']);
    });
  });

  describe('an erasure', () => {
    /** Every row of every table, as text. */
    const everything = async () => {
      const tables = ['profiles', 'phones', 'consents', 'submissions', 'orders'] as const;
      const rows = await Promise.all(
        tables.map((table) =>
          database().selectFrom(table).selectAll().where('store', '=', people.demo.store).execute(),
        ),
      );
      return JSON.stringify(rows);
    };

    test('leaves nothing of the person in any table, and the ledger still has the texts', async () => {
      const about = typed(email, phone);
      const contact = { ...about.contact, fields: { firstName: 'Robinetta' } };
      await signUp({ ...about, contact, page: { url: 'https://shop.example/for/robin' } });
      const before = await people.record({ email });
      time += minute;
      await people.ask('withdraw', { channel: 'sms', recipient: phone });
      expect((await people.ask('erase', { phone })).json()).toEqual({ profiles: 1, submissions: 1, entriesKept: 4 });
      expect(await everything()).not.toMatch(/robin|\+447700900461/i);

      for (const who of [{ email }, { phone }]) {
        const record = await people.record(who);
        expect(record.person).toBeNull();
        expect(record.ledger.map(({ channel, state }) => `${channel} ${state}`).sort()).toEqual([
          'email granted',
          'email withdrawn',
          'sms granted',
          'sms withdrawn',
        ]);
        for (const { id, at, evidence, entryHash } of before.ledger) {
          expect(record.ledger).toContainEqual(
            expect.objectContaining({ id, at, evidence, entryHash, salt: null, page: null, text: null }),
          );
        }
        expect(JSON.stringify(record)).not.toMatch(/robin|\+447700900461/i);
      }
    });

    test('that is repeated keeps the same and does nothing', async () => {
      await signUp();
      expect((await people.ask('erase', { email })).json()).toMatchObject({ profiles: 1, entriesKept: 4 });
      const kept = await everything();
      for (const who of [{ email }, { phone }]) {
        expect((await people.ask('erase', who)).json()).toEqual({ profiles: 0, submissions: 0, entriesKept: 4 });
      }
      expect(await everything()).toBe(kept);
    });

    test('is not undone by a repeated submission of a browser, but by a new consent', async () => {
      const sent = submissionFor(people.demo.store, typed(email, phone));
      await people.demo.post('/v1/submissions', sent);
      time += minute;
      await people.ask('erase', { email });
      const again = await people.demo.post('/v1/submissions', sent);
      expect(again.json()).toMatchObject({ outcome: 'accepted' });
      expect(again.json()).not.toHaveProperty('identity');
      expect(await people.demo.profiles()).toHaveLength(4);

      await signUp(ticked(time - 5 * minute));
      expect(await consentsOf()).toEqual(['never', 'never']);
      time += minute;
      await signUp(ticked(time));
      expect(await consentsOf()).toEqual(['subscribed', 'subscribed']);
      const { ledger } = await people.record({ email });
      expect(ledger.map(({ salt }) => salt === null)).toContain(true);
    });

    test('does not prevent a later withdrawal from being written', async () => {
      await signUp();
      await people.ask('erase', { email });
      time += minute;
      const stop = { channel: 'sms', recipient: phone, at: iso() };
      expect((await people.ask('withdraw', stop)).json()).toMatchObject({ added: 1 });
      expect((await people.ask('withdraw', stop)).json()).toMatchObject({ added: 0 });
      expect(await everything()).not.toContain(phone);
    });

    test('removes merged profiles, and keeps what is somebody else’s', async () => {
      await enterCode(await signUp(typed(seeded.penny.email, seeded.sam.number)));
      await signUp();
      expect((await people.ask('erase', { email: seeded.penny.email })).json()).toMatchObject({ profiles: 1 });
      const rows = await everything();
      expect(rows).not.toMatch(/penny|sam\b|900456/i);
      expect(await consentsOf()).toEqual(['subscribed', 'subscribed']);
      expect(await consentsOf(seeded.ade.email)).toEqual(['subscribed', 'subscribed']);
    });

    test('removes held submissions with the person, and by themselves', async () => {
      const held = await People.start(database(), { now: () => time });
      const widget = { version: '0.0.0', signup: 'default', trap: 'https://buy.example' };
      const byProgram = { contact: { email, phone }, consents: [consentFor(phone)], widget };
      expect((await held.demo.submit(byProgram)).json()).toMatchObject({ outcome: 'accepted' });
      expect((await held.record({ email })).submissions).toMatchObject([{ happened: 'held', contact: { email } }]);
      expect((await held.ask('erase', { phone })).json()).toEqual({ profiles: 0, submissions: 1, entriesKept: 1 });
      expect((await held.ask('erase', { phone })).json()).toEqual({ profiles: 0, submissions: 0, entriesKept: 1 });
      expect((await held.record({ phone })).ledger).toMatchObject([
        { state: 'withdrawn', salt: null, evidence: { method: 'erasure' } },
      ]);
      // A second step that still waited in the browser.
      time += minute;
      await held.demo.submit({
        ...byProgram,
        consents: [consentFor(phone, { checkedAt: iso(time - 5 * minute) })],
        widget: { version: '0.0.0', signup: 'default' },
      });
      expect((await held.demo.profile(email)).phones).toMatchObject([{ consent: 'never' }]);
    });

    test('removes a held submission that names the person by a mail’s link alone', async () => {
      const widget = { version: '0.0.0', signup: 'default', trap: 'https://buy.example' };
      await people.demo.submit({ ...byLink(await people.demo.token('newsletter'), phone), widget });
      expect((await people.record({ email: seeded.penny.email })).submissions).toMatchObject([
        { happened: 'held', contact: { phone } },
      ]);
      expect((await people.ask('erase', { email: seeded.penny.email })).json()).toMatchObject({ submissions: 1 });
      expect(await everything()).not.toMatch(/penny|\+447700900461/i);
      expect(await people.demo.submissions()).toMatchObject([{ happened: 'erased' }]);
    });

    test('withdraws what waits for a code', async () => {
      await signUp();
      await prove();
      await signUp({ contact: { email: 'kim@example.com', phone }, consents: [consentFor(phone)] });
      time += minute;
      await people.ask('erase', { email: 'kim@example.com' });
      const rows = database().selectFrom('consents').select(['state']).where('store', '=', people.demo.store);
      const states = (await rows.where('recipient', 'like', 'hmac-%').execute()).map(({ state }) => state);
      expect(states.sort()).toEqual(['pending', 'withdrawn']);
    });

    test('removes a held submission of a person whom a link identified', async () => {
      const identifier = { issuer: 'klaviyo', source: 'link', strength: 'clear', observedAt: iso() } as const;
      const identity = {
        certainty: 'claimed',
        identifiers: [{ ...identifier, field: 'email', value: email }],
      } as const;
      const widget = { version: '0.0.0', signup: 'default', trap: 'https://buy.example' };
      await people.demo.submit({
        contact: { phone },
        consents: [consentFor(phone)],
        identity: { ...identity, identifiers: [...identity.identifiers], setAside: [] },
        widget,
      });
      expect((await people.record({ email: email.toUpperCase() })).submissions).toMatchObject([{ happened: 'held' }]);
      expect((await people.ask('erase', { email })).json()).toMatchObject({ profiles: 0, submissions: 1 });
      expect(await everything()).not.toMatch(/robin|\+447700900461/i);
    });

    test('among many at once, with sign-ups between, leaves the person gone or new, never half', async () => {
      await signUp();
      const asked = await Promise.all([
        people.ask('erase', { email }),
        people.demo.submit(typed(email, other)),
        people.ask('erase', { email }),
        people.ask('withdraw', { channel: 'email', recipient: email }),
      ]);
      expect(asked.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
      expect(await everything()).not.toContain(phone);
    });
  });
});
