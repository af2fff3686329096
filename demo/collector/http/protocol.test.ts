import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { people } from '../../shop/server/seed.ts';
import { Demo, submissionFor, typed } from '../../shop/test/demo.ts';
import { onEachDatabase } from '../store/test/onEachDatabase.ts';

const { ade } = people;
const free = '+447700900982';
const stranger = 'stranger@example.com';

onEachDatabase((database) => {
  let demo: Demo;
  let lines: string[] = [];

  beforeEach(async () => {
    lines = [];
    demo = await Demo.start(database(), { log: (line) => lines.push(line) });
  });

  describe('a submission', () => {
    test('may arrive as plain text and in both kinds of form', async () => {
      const json = (phone: string) => JSON.stringify(submissionFor(demo.store, typed(stranger, phone)));
      const boundary = `----${randomUUID()}`;
      const part = `--${boundary}\r\ncontent-disposition: form-data; name="submission"\r\n\r\n${json('+447700900003')}\r\n--${boundary}--\r\n`;
      const bodies = {
        'text/plain;charset=UTF-8': json('+447700900001'),
        'application/x-www-form-urlencoded': String(new URLSearchParams({ submission: json('+447700900002') })),
        [`multipart/form-data; boundary=${boundary}`]: part,
      };
      for (const [type, payload] of Object.entries(bodies)) {
        const answer = await demo.post('/v1/submissions', payload, { headers: { 'content-type': type } });
        expect(answer.statusCode, `${type}: ${answer.body}`).toBe(200);
      }
      expect(await demo.submissions()).toHaveLength(3);
    });

    test.each([
      ['no JSON', 'application/json', '{', 400, 'body.json'],
      ['a form without the field', 'application/x-www-form-urlencoded', 'a=b', 400, 'body.form'],
      ['a character that no database takes', 'application/json', '{"a":["\\u0000"]}', 422, 'body.content'],
      ['the same in a name', 'text/plain', '{"\\u0000":1}', 422, 'body.content'],
      ['half a character', 'application/json', '{"a":["\\ud800"]}', 422, 'body.content'],
      ['depths', 'application/json', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, 422, 'body.content'],
      ['another type', 'application/xml', '<a/>', 415, 'body.type'],
      ['too much', 'application/json', `"${'x'.repeat(70_000)}"`, 413, 'body.size'],
    ])('with %s is refused with its code', async (_name, type, payload, status, code) => {
      const answer = await demo.post('/v1/submissions', payload, { headers: { 'content-type': type } });
      expect(answer.statusCode).toBe(status);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.json().errors).toMatchObject([{ code }]);
    });

    test('may repeat the store in its address, and must not contradict it', async () => {
      expect((await demo.submit(typed(stranger, free), `?store=${demo.store}`)).statusCode).toBe(200);
      const answer = await demo.submit(typed(stranger, free), '?store=another');
      expect(answer.statusCode).toBe(422);
      expect(answer.json().errors).toEqual([{ field: 'store', code: 'store.differs' }]);
    });

    test('may come from any origin, refusals are readable there, and preflights skip faults', async () => {
      const preflight = await demo.app.inject({ method: 'OPTIONS', url: '/v1/submissions?status=503&drop=1' });
      expect(preflight.statusCode).toBe(204);
      expect(preflight.headers).toMatchObject({
        'access-control-allow-origin': '*',
        'access-control-allow-headers': 'content-type',
      });
      expect((await demo.submit({}, '?status=429&retryAfter=7')).headers).toMatchObject({
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'retry-after',
        'retry-after': '7',
      });
    });

    test('to an unknown route is answered 404', async () => {
      const answer = await demo.app.inject({ method: 'GET', url: '/v1/none' });
      expect(answer.statusCode).toBe(404);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    });
  });

  describe('a simulated fault', () => {
    test('with a status accepts nothing, and has a Retry-After', async () => {
      const answer = await demo.submit(typed(stranger, free), '?status=503&retryAfter=7');
      expect(answer.statusCode).toBe(503);
      expect(answer.headers['retry-after']).toBe('7');
      expect(await demo.submissions()).toEqual([]);
      expect((await demo.submit({}, '?status=410&retryAfter=60')).json()).toMatchObject({ pause: 60 });
      expect((await demo.submit({}, '?status=409')).json()).toMatchObject({ ask: 'email+phone' });
    });

    test('with a delay waits', async () => {
      const before = performance.now();
      await demo.submit(typed(stranger, free), '?delay=60');
      expect(performance.now() - before).toBeGreaterThan(55);
    });

    test('that drops the answer has accepted the submission, and a retry gets the receipt without a second effect', async () => {
      const origin = await demo.app.listen({ port: 0, host: '127.0.0.1' });
      try {
        const body = JSON.stringify(submissionFor(demo.store, typed(stranger, free)));
        const send = (query: string) =>
          fetch(`${origin}/v1/submissions${query}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body,
          });
        await expect(send('?drop=1')).rejects.toThrow();
        expect(await demo.submissions()).toHaveLength(1);
        expect(await (await send('')).json()).toMatchObject({ outcome: 'accepted' });
        expect(await demo.submissions()).toHaveLength(1);
      } finally {
        await demo.app.close();
      }
    });
  });

  describe('the lookup', () => {
    const lookUp = async (field: string, value: string) => {
      const identifiers = [{ field, issuer: 'own', value }];
      return (await demo.post('/v1/lookup', { version: 1, store: demo.store, identifiers })).json();
    };

    test('tells the holder of a mail’s link what is on file', async () => {
      const reply = { known: true, email: 'subscribed', sms: 'subscribed', hint: 'a•••@example.com' };
      expect(await lookUp('profile', await demo.token('ade'))).toEqual(reply);
    });

    test('reveals nothing to an email, a number, a broken link or the identity of a receipt', async () => {
      const { identity } = (await demo.submit({ contact: { email: ade.email } })).json();
      expect(await lookUp('email', ade.email)).toEqual({ known: false });
      expect(await lookUp('phone', ade.number)).toEqual({ known: false });
      expect(await lookUp('profile', await demo.token('tampered'))).toEqual({ known: false });
      expect(await lookUp('profile', identity)).toEqual({ known: true });
    });

    test('refuses an invalid request', async () => {
      expect((await demo.post('/v1/lookup', { version: 2 })).statusCode).toBe(422);
    });
  });

  test('stores are separate, and a reset clears one of them', async () => {
    await demo.submit(typed(stranger, free));
    const reset = await demo.app.inject({ method: 'POST', url: `/api/reset?store=${demo.store}` });
    expect(reset.statusCode).toBe(204);
    expect((await demo.profiles()).map(({ name }) => name)).toEqual(['Penny', 'Sam', 'Rosa', 'Ade']);
    expect(await demo.submissions()).toEqual([]);
    const wrong = await demo.app.inject({ method: 'GET', url: '/api/profiles?store=NOT' });
    expect(wrong.statusCode).toBe(422);
  });

  test('the log has no personal data', async () => {
    await demo.submit(typed(stranger, free), `?store=${demo.store}`);
    expect(lines).toEqual([expect.stringMatching(/^POST \/v1\/submissions 200 \d+ ms$/)]);
  });
});
