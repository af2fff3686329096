import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Submission } from '../../../widget/index.ts';
import { mintLink } from '../../../widget/link/index.ts';
import { people } from '../../shop/server/seed.ts';
import { byLink, consentFor, Demo, linkKey, submissionFor, typed } from '../../shop/test/demo.ts';
import { onEachDatabase } from '../store/test/onEachDatabase.ts';
import { startProduction } from '../test/production.ts';

const email = 'stranger@example.com';
const phone = '+447911123456';
const hour = 60 * 60 * 1000;
const at = (time: number) => new Date(time).toISOString();

onEachDatabase((database) => {
  const errorsOf = async (about: Partial<Submission>) => {
    const { submit } = await startProduction(database());
    const answer = await submit(about);
    return answer.statusCode === 200 ? [] : answer.json().errors.map(({ code }: { code: string }) => code);
  };

  test.each([
    ['a mobile number', phone, []],
    ['a landline', '+442079460018', []],
    ['a number of North America', '+12125550123', []],
    ['too short', '+4479111', ['phone.impossible']],
    ['of a country that is none', '+999123456789', ['phone.impossible']],
    ['set aside for drama', '+447700900982', ['phone.invalid']],
    ['of a range not handed out', '+15555550123', ['phone.invalid']],
    ['that follows somebody around, at a price', '+447000000000', ['phone.kind']],
    ['of a service that costs whoever texts it', '+449098790000', ['phone.kind']],
    ['of a satellite', '+881612345678', ['phone.kind']],
    ['of a network of no country', '+882161234567', ['phone.kind']],
    ['of another one', '+883510012345', ['phone.kind']],
    ['of a ship', '+870773111632', ['phone.kind']],
    ['of a service that is free', '+448001111111', ['phone.kind']],
  ])('a phone number is checked by the metadata of all numbers: %s', async (_name, number, codes) => {
    expect(await errorsOf(typed(email, number))).toEqual(codes);
  });

  test.each<[string, (now: number) => number, string[]]>([
    ['now', (now) => now, []],
    ['by a clock that is some hours fast', (now) => now + 20 * hour, []],
    ['kept by a browser for a day', (now) => now - 24 * hour, []],
    ['later than any clock is fast', (now) => now + 25 * hour, ['future']],
    ['longer ago than anything is kept', (now) => now - 31 * 24 * hour, ['past']],
  ])('a time is checked: %s', async (_name, when, codes) => {
    const time = at(when(Date.now()));
    expect(await errorsOf({ ...typed(email, phone), createdAt: time })).toEqual(codes.map((code) => `time.${code}`));
    const consents = [consentFor(email), consentFor(phone, { checkedAt: time })];
    expect(await errorsOf({ ...typed(email, phone), consents })).toEqual(codes.map((code) => `consent.${code}`));
  });

  test('an invalid time is refused, in the demo as well', async () => {
    expect(await errorsOf({ ...typed(email, phone), createdAt: '2026-01-31T25:00:00Z' })).toEqual(['time.none']);
    const demo = await Demo.start(database());
    expect((await demo.submit({ ...typed(email, phone), createdAt: '2026-13-01T00:00:00Z' })).statusCode).toBe(422);
    expect((await demo.submit({ ...typed(email, phone), createdAt: '2020-01-01T00:00:00Z' })).statusCode).toBe(200);
  });

  test('an old consent of a fast clock does not survive a later withdrawal', async () => {
    const { deps, store, submit } = await startProduction(database());
    await submit(typed(email, phone));
    const { database: kysely, circumstances } = deps;
    const row = await kysely.selectFrom('consents').selectAll().where('store', '=', store).executeTakeFirstOrThrow();
    await kysely
      .insertInto('consents')
      .values({
        ...row,
        id: circumstances().newId(),
        evidence: null,
        channel: 'sms',
        recipient: phone,
        state: 'withdrawn',
        at: new Date(Date.now() + hour),
      })
      .execute();
    const fast = at(Date.now() + 20 * hour);
    await submit({ ...typed(email, phone), consents: [consentFor(phone, { checkedAt: fast })] });
    const entries = kysely.selectFrom('consents').select('state').where('store', '=', store);
    const states = await entries.where('recipient', '=', phone).orderBy('at').execute();
    expect(states.map(({ state }) => state)).toEqual(['granted', 'withdrawn']);
  });

  test('fields of a later version are accepted and stored', async () => {
    const { app, deps, store } = await startProduction(database());
    const whole = submissionFor(store, typed(email, phone));
    const [first, second] = whole.consents;
    const payload = {
      ...whole,
      later: { a: [1, null, 'ü'] },
      contact: { ...whole.contact, pronouns: 'they' },
      consents: [{ ...first, proof: { by: 'code' } }, second],
      widget: { ...whole.widget, filledIn: 5000, trap: '' },
    };
    expect((await app.inject({ method: 'POST', url: '/v1/submissions', payload })).statusCode).toBe(200);
    const row = deps.database.selectFrom('submissions').select('body').where('id', '=', whole.id);
    expect((await row.executeTakeFirstOrThrow()).body).toEqual(payload);
  });

  test('no answer repeats a value, a field name or an address that was sent', async () => {
    const { app, store, submit } = await startProduction(database());
    const mark = 'penny.secret@example.com';
    const token = await mintLink({ subject: randomUUID(), audience: store, key: linkKey });
    const good = submissionFor(store, byLink(token, phone));
    const bad = [
      { ...good, contact: { fields: { [mark]: 1 }, phone: mark, email: { [mark]: mark } } },
      { ...good, page: { url: mark, utm: { [mark]: [mark] } } },
      { ...good, identity: { certainty: mark, identifiers: [{ [mark]: mark }], setAside: [mark] } },
      { ...good, consents: [consentFor(phone, { textHash: mark }), consentFor(mark)] },
      { ...good, consents: [consentFor(mark), consentFor(`x${mark}`)] },
      { ...good, id: mark, createdAt: mark, version: mark, store: mark },
      { ...good, store: 'penny-secret' },
      { ...good, [mark]: '\0' },
      mark,
      [mark],
    ];
    const answers = [
      ...(await Promise.all(
        bad.map((payload) =>
          app.inject({
            method: 'POST',
            url: '/v1/submissions',
            payload: JSON.stringify(payload),
            headers: { 'content-type': 'application/json' },
          }),
        ),
      )),
      await app.inject({
        method: 'POST',
        url: '/v1/submissions',
        payload: `{"${mark}`,
        headers: { 'content-type': 'text/plain' },
      }),
      await app.inject({
        method: 'POST',
        url: '/v1/lookup',
        payload: { store: mark, identifiers: [{ [mark]: mark }] },
      }),
      await app.inject(`/v1/${mark}?ha_id=${token}`),
      await app.inject(`/%zz/${mark}`),
      await app.inject({ method: 'POST', url: `/v1/submissions?store=${mark}`, payload: good }),
      await submit({ ...byLink(token, phone) }),
    ];
    for (const answer of answers) {
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
      expect(answer.body).not.toContain('secret');
      expect(answer.body).not.toContain(token);
      expect(answer.body).not.toContain(phone);
      expect(JSON.stringify(answer.headers)).not.toContain('secret');
    }
  });

  test('no log line repeats a value, a field name or an address that was sent', async () => {
    const lines: string[] = [];
    const { app, store, submit } = await startProduction(database(), {}, { log: (line) => lines.push(line) });
    const token = await mintLink({ subject: randomUUID(), audience: store, key: linkKey });
    await submit(typed(people.penny.email, phone));
    await submit(byLink(token, phone));
    await submit(typed('not-an-email', phone));
    await app.inject(`/v1/submissions/${token}?email=${people.penny.email}`);
    await app.inject(`/%zz/${token}`);
    await app.inject({ url: '/v1/submissions', method: 'DELETE', headers: { cookie: token, referer: token } });
    expect(lines.length).toBeGreaterThanOrEqual(5);
    for (const line of lines)
      expect(line).toMatch(/^(GET|POST|DELETE) (\/v1\/submissions|\/v1\/\*|\(none\)) \d{3} \d+ ms$/);
  });
});
