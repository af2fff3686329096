import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Submission } from '../../../widget/index.ts';
import { people } from '../../shop/server/seed.ts';
import type { RecordedText } from '../../shop/server/texts.ts';
import { byLink, Demo, submissionFor, typed } from '../../shop/test/demo.ts';
import { runCommand } from '../held/held.ts';
import { onEachDatabase } from '../store/test/onEachDatabase.ts';
import { shopOrigin, startProduction } from '../test/production.ts';
import { forgetCodes } from './code.ts';
import type { OutgoingText } from './sendByWebhook.ts';

const { penny, sam, rosa, ade } = people;
const free = '+447700900982';
const second = 1_000;
const minute = 60 * second;

onEachDatabase((database) => {
  let demo: Demo;
  let time: number;
  const lines: string[] = [];

  beforeEach(async () => {
    time = Date.now();
    lines.length = 0;
    demo = await Demo.start(database(), { now: () => time, log: (line) => lines.push(line) });
  });

  const texts = () => demo.get<RecordedText[]>('/api/texts');
  const lastText = async () => {
    const text = (await texts()).at(-1);
    if (!text) throw new Error('no text was sent');
    return text;
  };
  /** A sign-up with Ade's number, which is another email's. */
  const wait = async (about: Partial<Submission> = typed(penny.email, ade.number)) => {
    const submission = submissionFor(demo.store, about);
    const answer = await demo.post('/v1/submissions', submission);
    const receipt = answer.json();
    identities.set(submission.id, receipt.identity);
    return { id: submission.id, receipt, submission };
  };
  const identities = new Map<string, string>();
  /** As the widget that got the receipt asks. */
  const ask = (id: string, step: 'verify' | 'resend', body: object, query = '') =>
    demo.post(`/v1/submissions/${id}/${step}${query}`, { identity: identities.get(id), ...body });
  const verify = (id: string, code: unknown) => ask(id, 'verify', { code });
  const resend = (id: string) => ask(id, 'resend', {});
  const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000');
  const problemOf = (answer: Awaited<ReturnType<typeof verify>>) => [
    answer.statusCode,
    answer.json().errors?.[0]?.code,
  ];

  describe('a code', () => {
    test('is sent to the number of another email, the receipt says so, and the text has the code', async () => {
      const { id, receipt } = await wait();
      expect(receipt).toMatchObject({ outcome: 'pending', next: 'verify', subscribed: { email: true, sms: false } });
      const text = await lastText();
      expect(text).toMatchObject({ store: demo.store, submission: id, to: ade.number, locale: 'en-GB' });
      expect(text.code).toMatch(/^\d{6}$/);
      expect(text.text).toMatch(new RegExp(`^${text.code} is your code`));
    });

    test('is not sent where nothing waits for one', async () => {
      expect((await wait(typed(penny.email, free))).receipt).not.toHaveProperty('next');
      expect((await wait(typed('new@example.com', rosa.number))).receipt).not.toHaveProperty('next');
      expect(await texts()).toEqual([]);
    });

    test('is sent to a number that somebody without an email has proven', async () => {
      const { id, receipt } = await wait(typed('new@example.com', sam.number));
      expect(receipt).toMatchObject({ outcome: 'pending', next: 'verify' });
      expect((await verify(id, (await lastText()).code)).json()).toMatchObject({ outcome: 'accepted' });
      expect(await demo.submissions()).toMatchObject([{ happened: 'joined' }]);
      expect(await demo.profiles()).toHaveLength(4);
    });

    test('is not sent where nobody could enter it, from a checkout or the outbox', async () => {
      const widget = { version: '0.0.0', signup: 'default', unattended: true };
      const { id, receipt } = await wait({ ...typed(penny.email, ade.number), widget });
      expect(receipt).toMatchObject({ outcome: 'pending', subscribed: { email: true, sms: false } });
      expect(receipt).not.toHaveProperty('next');
      expect(await texts()).toEqual([]);
      expect((await resend(id)).statusCode).toBe(404);
      // With the next form that is open it can be proven.
      expect((await wait()).receipt).toMatchObject({ next: 'verify' });
    });

    test('is sent once, and the same submission again gets the same receipt and no second text', async () => {
      const { submission, receipt } = await wait();
      expect((await demo.post('/v1/submissions', submission)).json()).toEqual(receipt);
      expect(await texts()).toHaveLength(1);
    });

    test('is sent to one number ten times a day at most, whoever asks', async () => {
      const said = [];
      for (let n = 0; n < 11; n++) said.push((await wait(typed(`${n}@example.com`, ade.number))).receipt.next);
      expect(said).toEqual([...Array(10).fill('verify'), undefined]);
      expect(await texts()).toHaveLength(10);
      time += 24 * 60 * minute + second;
      expect((await wait(typed('11@example.com', ade.number))).receipt.next).toBe('verify');
    });

    test('is neither in the table nor in the log, and neither is the number', async () => {
      const { id } = await wait();
      const { code } = await lastText();
      await verify(id, wrongFor(code));
      const rows = await database().selectFrom('codes').selectAll().where('id', '=', id).execute();
      expect(rows).toHaveLength(1);
      for (const secret of [code, ade.number.slice(1)]) {
        expect(JSON.stringify(rows)).not.toContain(secret);
        expect(lines.join('\n')).not.toContain(secret);
      }
      expect(lines).toContainEqual(expect.stringMatching(/^POST \/v1\/submissions\/:id\/verify 422 /));
    });
  });

  describe('the right code', () => {
    test('moves the number and grants the waiting consent, and the receipt says so', async () => {
      const { id, receipt: pending } = await wait();
      const answer = await verify(id, (await lastText()).code);
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toEqual({
        outcome: 'accepted',
        identity: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        subscribed: { email: true, sms: true },
        optIn: pending.optIn,
      });
      expect((await demo.profile(penny.name)).phones).toMatchObject([
        { number: ade.number, isCurrent: true, isProven: true, consent: 'subscribed' },
      ]);
      expect(await demo.profile(ade.name)).toMatchObject({ email: ade.email, emailConsent: 'subscribed', phones: [] });
      expect(await demo.submissions()).toMatchObject([{ happened: 'linked', outcome: 'accepted' }]);
    });

    test('leaves the text that it was granted for in the ledger', async () => {
      const { id, submission } = await wait();
      await verify(id, (await lastText()).code);
      const rows = await database()
        .selectFrom('consents')
        .select(['state', 'evidence', 'consent_id'])
        .where('submission_id', '=', id)
        .where('channel', '=', 'sms')
        .orderBy('at')
        .orderBy('id')
        .execute();
      const consent = submission.consents.find(({ channel }) => channel === 'sms');
      expect(rows.map(({ state }) => state)).toEqual(['pending', 'granted']);
      for (const row of rows) {
        expect(row.consent_id).toBe(consent?.id);
        expect(row.evidence).toMatchObject({ textHash: consent?.textHash });
      }
    });

    test('links the number to the profile of a mail’s link', async () => {
      const { id, receipt } = await wait(byLink(await demo.token('newsletter'), ade.number));
      expect(receipt).toMatchObject({ outcome: 'pending', next: 'verify' });
      expect((await verify(id, (await lastText()).code)).json()).toMatchObject({
        outcome: 'linked',
        subscribed: { email: true, sms: true },
      });
    });

    test('gives the same receipt again without doing anything twice, because the first answer may be lost', async () => {
      const { id, submission } = await wait();
      const { code } = await lastText();
      const first = (await verify(id, code)).json();
      const before = await demo.profiles();
      expect((await verify(id, code)).json()).toEqual(first);
      expect((await demo.post('/v1/submissions', submission)).json()).toEqual(first);
      expect(await demo.profiles()).toEqual(before);
      expect((await resend(id)).statusCode).toBe(404);
    });

    test('proves the number once when it is sent several times at once', async () => {
      const { id } = await wait();
      const { code } = await lastText();
      const answers = await Promise.all([1, 2, 3, 4].map(() => verify(id, code)));
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
      const { history } = await demo.profile(penny.name);
      expect(history.filter((sentence) => /proven by its code/.test(sentence))).toHaveLength(1);
    });

    test('gives the number to the last to prove it of two who wait for it', async () => {
      const first = await wait();
      const one = (await lastText()).code;
      const other = await wait(typed('robin@example.com', ade.number));
      const two = (await lastText()).code;
      expect((await verify(first.id, two === one ? '' : two)).statusCode).toBe(422);
      expect((await verify(first.id, one)).statusCode).toBe(200);
      expect((await verify(other.id, two)).statusCode).toBe(200);
      expect((await demo.profile('robin@example.com')).phones).toMatchObject([{ number: ade.number }]);
      expect((await demo.profile(penny.name)).phones).toEqual([]);
    });
  });

  describe('without the receipt of its submission', () => {
    test('a code is neither sent nor taken, though the id is known', async () => {
      const { id } = await wait();
      const { code } = await lastText();
      const other = await wait(typed(penny.email, free));
      time += 30 * second;
      for (const identity of [undefined, null, '', 7, other.receipt.identity]) {
        expect((await ask(id, 'resend', { identity })).statusCode).toBe(404);
        expect(problemOf(await ask(id, 'verify', { identity, code }))).toEqual([422, 'expired']);
      }
      expect(await texts()).toHaveLength(1);
      expect((await verify(id, code)).statusCode).toBe(200);
    });

    test('a code that an earlier version sent is taken, while it is good', async () => {
      const { id } = await wait();
      await database().updateTable('codes').set({ key_hash: null }).where('id', '=', id).execute();
      expect((await ask(id, 'verify', { identity: undefined, code: (await lastText()).code })).statusCode).toBe(200);
    });
  });

  describe('a wrong or useless code', () => {
    test('is refused four times, and the fifth one ends the step', async () => {
      const { id } = await wait();
      const { code } = await lastText();
      for (let n = 1; n <= 4; n++) expect(problemOf(await verify(id, wrongFor(code)))).toEqual([422, 'wrong']);
      expect(problemOf(await verify(id, wrongFor(code)))).toEqual([422, 'exhausted']);
      expect(problemOf(await verify(id, code))).toEqual([422, 'exhausted']);
      expect((await demo.profile(penny.name)).phones).toEqual([]);
    });

    test('allows no more tries in parallel than one after the other', async () => {
      const { id } = await wait();
      const { code } = await lastText();
      const answers = await Promise.all(Array.from({ length: 9 }, () => verify(id, wrongFor(code))));
      expect(answers.filter((answer) => answer.json().errors[0].code === 'wrong')).toHaveLength(4);
      expect(problemOf(await verify(id, code))).toEqual([422, 'exhausted']);
    });

    test.each([undefined, null, 123456, '12345', '1234567', '12345a', '１２３４５６', ['123456']])(
      'does not count as a try when it is %o',
      async (code) => {
        const { id } = await wait();
        for (let n = 1; n <= 6; n++) expect(problemOf(await verify(id, code))).toEqual([422, 'wrong']);
        expect((await verify(id, (await lastText()).code)).statusCode).toBe(200);
      },
    );

    test('is refused as expired after ten minutes', async () => {
      const { id } = await wait();
      const { code } = await lastText();
      time += 10 * minute + 1;
      expect(problemOf(await verify(id, code))).toEqual([422, 'expired']);
    });

    test('is refused for a submission that is unknown, waits for nothing or is of another store', async () => {
      const { id } = await wait();
      const { code } = await lastText();
      const done = await wait(typed('new@example.com', free));
      for (const of of [randomUUID(), 'no-id', done.id]) {
        expect(problemOf(await verify(of, code))).toEqual([422, 'expired']);
        expect((await resend(of)).statusCode).toBe(404);
      }
      const elsewhere = await ask(id, 'verify', { code, store: 'another-store' });
      expect(problemOf(elsewhere)).toEqual([422, 'expired']);
      const here = await ask(id, 'verify', { code, store: demo.store }, `?store=${demo.store}`);
      expect(here.statusCode).toBe(200);
    });

    test('for an id of another store’s submission blocks nobody of that store', async () => {
      const { id } = await wait();
      const { code } = await lastText();
      const other = await Demo.start(database(), { now: () => time });
      await other.submit({ ...typed(penny.email, ade.number), id });
      expect((await ask(id, 'verify', { code, store: demo.store })).statusCode).toBe(200);
    });
  });

  describe('a new code', () => {
    test('is not sent within half a minute, and the 429 has a Retry-After that a page may read', async () => {
      const { id } = await wait();
      time += 10 * second;
      const answer = await resend(id);
      expect(answer.statusCode).toBe(429);
      expect(answer.headers).toMatchObject({ 'retry-after': '20', 'access-control-expose-headers': 'retry-after' });
      expect(await texts()).toHaveLength(1);
    });

    test('is accepted, with tries of its own, and the old one is not', async () => {
      const { id } = await wait();
      const former = (await lastText()).code;
      for (let n = 1; n <= 5; n++) await verify(id, wrongFor(former));
      time += 30 * second;
      const answer = await resend(id);
      expect([answer.statusCode, answer.body]).toEqual([202, '']);
      const { code } = await lastText();
      if (code !== former) expect(problemOf(await verify(id, former))).toEqual([422, 'wrong']);
      expect((await verify(id, code)).statusCode).toBe(200);
    });

    test('is sent five times in all', async () => {
      const { id } = await wait();
      for (let n = 1; n <= 5; n++) {
        time += 30 * second;
        expect((await resend(id)).statusCode).toBe(202);
      }
      time += 30 * second;
      const answer = await resend(id);
      expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '86400']);
      expect(await texts()).toHaveLength(6);
    });

    test('is sent as one text when it is asked for twice at once', async () => {
      const { id } = await wait();
      time += 30 * second;
      const answers = await Promise.all([resend(id), resend(id)]);
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([202, 429]);
      expect(await texts()).toHaveLength(2);
    });
  });

  test('a code proves nothing for a person who was erased meanwhile', async () => {
    const { id } = await wait();
    const { code } = await lastText();
    const adminToken = 't'.repeat(32);
    const admin = await Demo.start(database(), { now: () => time, adminToken, store: demo.store });
    const headers = { authorization: `Bearer ${adminToken}` };
    const erased = await admin.post('/v1/people/erase', { store: demo.store, email: penny.email }, { headers });
    expect(erased.statusCode).toBe(200);
    expect(problemOf(await verify(id, code))).toEqual([422, 'expired']);
    expect((await demo.profile(ade.name)).phones).toMatchObject([{ number: ade.number }]);
  });

  test('another process accepts the code that one process has sent', async () => {
    const { id } = await wait();
    const other = await Demo.start(database(), { now: () => time, store: demo.store });
    const answer = await other.post(`/v1/submissions/${id}/verify`, {
      code: (await lastText()).code,
      identity: identities.get(id),
    });
    expect(answer.statusCode).toBe(200);
  });

  test('a code is deleted once it is useless', async () => {
    const { id } = await wait();
    const left = async () => (await database().selectFrom('codes').select('id').where('id', '=', id).execute()).length;
    await forgetCodes(database(), time + 24 * 60 * minute);
    expect(await left()).toBe(1);
    await forgetCodes(database(), time + 24 * 60 * minute + second);
    expect(await left()).toBe(0);
  });

  test('a store that is reset has neither codes nor texts', async () => {
    const { id } = await wait();
    const { code } = await lastText();
    await demo.app.inject({ method: 'POST', url: `/api/reset?store=${demo.store}` });
    expect(await texts()).toEqual([]);
    expect(problemOf(await verify(id, code))).toEqual([422, 'expired']);
  });

  describe('in production', () => {
    test('without a sender of texts what waits is answered as what does not', async () => {
      const { submit, store } = await startProduction(database());
      const number = '+447911123456';
      const first = (await submit(typed('first@example.com', number), {})).json();
      // Somebody sent texts once.
      await database().updateTable('phones').set({ is_proven: true }).where('store', '=', store).execute();
      const second = (await submit(typed('second@example.com', number), {})).json();
      expect({ ...second, identity: '' }).toEqual({ ...first, identity: '' });
      const rows = database().selectFrom('consents').select('state').where('store', '=', store);
      expect((await rows.where('channel', '=', 'sms').execute()).map(({ state }) => state).sort()).toEqual([
        'granted',
        'pending',
      ]);
    });

    test('a page of another origin cannot use codes, and each address has a limit', async () => {
      const { app } = await startProduction(database(), { HELLO_AGAIN_RATE_ADDRESS: '3' });
      const ask = (origin: string) =>
        app.inject({
          method: 'POST',
          url: `/v1/submissions/${randomUUID()}/verify`,
          payload: { code: '123456' },
          headers: { origin },
        });
      expect((await ask('https://elsewhere.example')).statusCode).toBe(403);
      const statuses = [];
      for (let n = 0; n < 4; n++) statuses.push((await ask(shopOrigin)).statusCode);
      expect(statuses.filter((status) => status === 422).length).toBeLessThan(4);
      expect(statuses.at(-1)).toBe(429);
    });
  });

  describe('a text that cannot be sent', () => {
    test('does not stop the sign-up, and a code can be asked for later', async () => {
      const always = { HELLO_AGAIN_PROVE: 'always', HELLO_AGAIN_TEXTS_URL: 'https://shop.example/texts' };
      const { submit, app } = await startProduction(database(), always, {
        now: () => time,
        sendText: async () => false,
      });
      const id = randomUUID();
      const receipt = (await submit({ ...typed('first@example.com', '+447911123456'), id }, {})).json();
      expect(receipt).toMatchObject({ outcome: 'pending', next: 'verify' });
      time += 30 * second;
      const url = `/v1/submissions/${id}/resend`;
      const { identity } = receipt;
      const answer = await app.inject({ method: 'POST', url, payload: { identity }, headers: { origin: shopOrigin } });
      expect(answer.statusCode).toBe(503);
    });
  });

  test('a code step tells nobody whether a submission is held, and no text is sent or counted for one', async () => {
    const sent: OutgoingText[] = [];
    const always = { HELLO_AGAIN_PROVE: 'always', HELLO_AGAIN_TEXTS_URL: 'https://shop.example/texts' };
    const sendText = async (text: OutgoingText) => sent.push(text) > 0;
    const { app, deps, submit } = await startProduction(database(), always, { now: () => time, sendText });
    const walk = async (about: object, number: string) => {
      const id = randomUUID();
      const widget = { version: '0.0.0', signup: 'default', filledIn: 5000, ...about };
      const receipt = (await submit({ ...typed(`${id}@example.com`, number), id, widget })).json();
      const answers: object[] = [{ ...receipt, identity: receipt.identity.length }];
      const ask = async (step: string, payload: object) => {
        const headers = { origin: shopOrigin };
        const { statusCode, body } = await app.inject({
          method: 'POST',
          url: `/v1/submissions/${id}/${step}`,
          payload: { identity: receipt.identity, ...payload },
          headers,
        });
        answers.push({ step, statusCode, body });
      };
      await ask('resend', {});
      time += 30 * second;
      await ask('resend', {});
      // One that nobody was sent; the right one may be that of either.
      for (let n = 0; n < 5; n++) await ask('verify', { code: wrongFor(sent.at(-1)?.code ?? '') });
      return { id, receipt, answers };
    };
    const taken = await walk({}, '+447911123456');
    expect(taken.answers[0]).toMatchObject({ outcome: 'pending', next: 'verify' });
    expect(sent).toHaveLength(2);
    const held = await walk({ trap: 'x' }, '+447911123457');
    expect(held.answers).toEqual(taken.answers);
    expect(sent).toHaveLength(2);
    const counted = database().selectFrom('texts_sent').select('id');
    const recipient = deps.recipientHash('+447911123457');
    expect(await counted.where('recipient', '=', recipient).execute()).toEqual([]);
    // Nobody waits for the code of what is released.
    expect((await runCommand(deps, ['release', held.id])).isDone).toBe(true);
    expect(sent).toHaveLength(2);
    const codes = database().selectFrom('codes').select('id').where('id', '=', held.id);
    expect(await codes.execute()).toEqual([]);
  });
});
