import { describe, expect, it } from 'vitest';
import type { Submission } from '../core/submission/submission.gen.ts';
import { mintLink } from '../link/mintLink.ts';
import { sealSubject } from '../link/sealedSubject.ts';
import { createRelay } from './createRelay.ts';
import { klaviyo } from './klaviyo/klaviyo.ts';
import { privateKey } from './test/klaviyoDouble.ts';
import { linkKey, origin, relayWith } from './test/relayWith.ts';
import { number, penny, submissionOf } from './test/submissionOf.ts';

const request = (method: string, headers: Record<string, string> = {}, body?: string) =>
  new Request('https://collect.example/', { method, headers, ...(body === undefined ? {} : { body }) });

describe('the HTTP interface', () => {
  it('answers the preflight of a listed origin, and of no other', async () => {
    const { send } = relayWith();
    const { status, headers } = await send(request('OPTIONS', { origin }));
    expect(status).toBe(204);
    expect(Object.fromEntries(headers)).toEqual({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type',
      'access-control-expose-headers': 'retry-after',
      'access-control-max-age': '86400',
      'cache-control': 'no-store',
      vary: 'origin',
    });
    const foreign = await send(request('OPTIONS', { origin: 'https://evil.example' }));
    expect(foreign.status).toBe(403);
    expect(foreign.headers.has('access-control-allow-origin')).toBe(false);
  });

  it('accepts nothing from a foreign page', async () => {
    const { account, post } = relayWith();
    expect((await post(submissionOf({ email: penny }), { origin: 'https://evil.example' })).status).toBe(403);
    expect(account.requests).toEqual([]);
  });

  it.each([
    [405, request('GET')],
    [415, request('POST', { 'content-type': 'text/plain' }, '{}')],
    [400, request('POST', { 'content-type': 'application/json' }, '{')],
    [400, request('POST', { 'content-type': 'application/json; charset=utf-8' })],
    [413, request('POST', { 'content-type': 'application/json' }, `"${'x'.repeat(140_000)}"`)],
    [422, request('POST', { 'content-type': 'application/json' }, 'null')],
  ])('answers %i to a request that is no submission', async (status, wrong) => {
    const { send } = relayWith();
    const answer = await send(wrong);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  it('answers the ping of the owner’s notice', async () => {
    const { account, post } = relayWith();
    expect((await post({ version: 1, ping: true })).status).toBe(204);
    expect(account.requests).toEqual([]);
  });
});

describe('an invalid submission is answered 422', () => {
  const changed = (text: string) => {
    const submission = submissionOf({ email: penny, phone: number });
    return { ...submission, consents: submission.consents.map((consent) => ({ ...consent, text })) };
  };
  const ticked = submissionOf({ email: penny, phone: number });

  it.each([
    [
      'a number without its box ticked',
      submissionOf({ email: penny, phone: number, granted: ['email'] }),
      'consents',
      'consent.missing',
    ],
    ['a number without a box', { ...ticked, consents: [] }, 'consents', 'consent.missing'],
    [
      'a consent for another number',
      { ...ticked, contact: { email: penny, phone: '+447700900111' } },
      'consents',
      'consent.to',
    ],
    ['words that are not those of the hash', changed('Text me everything.'), 'consents', 'consent.hash'],
    [
      'two consents of a channel',
      { ...ticked, consents: [ticked.consents[1], ticked.consents[1]] },
      'consents',
      'consent.twice',
    ],
    ['nothing to reach anybody by', submissionOf({}), 'contact', 'contact.empty'],
    ['another store', submissionOf({ email: penny, more: { store: 'other' } }), 'store', 'store.unknown'],
    ['a number as it is written', submissionOf({ phone: '020 7946 0018' }), 'contact.phone', 'schema.pattern'],
  ])('when it has %s', async (_what, submission, field, code) => {
    const { account, post } = relayWith();
    const answer = await post(submission);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toContainEqual({ field, code });
    expect(account.requests).toEqual([]);
    expect(answer.text).not.toMatch(/penny|7700|7946/);
  });
});

describe('a time', () => {
  const day = 24 * 60 * 60 * 1000;
  const at = (from: number) => new Date(Date.parse('2026-01-31T12:00:00.000Z') + from).toISOString();

  it.each([
    ['of a consent dated 2099, which would outlive every stop', { checkedAt: '2099-01-01T00:00:00.000Z' }, 'future'],
    ['of a consent later than any clock is fast', { checkedAt: at(day + 1000) }, 'future'],
    ['of a consent longer ago than anything is kept', { checkedAt: at(-31 * day) }, 'past'],
    ['of a consent at 25 o’clock', { checkedAt: '2026-01-31T25:00:00Z' }, 'none'],
    ['of a consent on 30 February', { checkedAt: '2026-02-30T10:00:00Z' }, 'none'],
  ])('%s is answered 422, with nothing done', async (_which, change, code) => {
    const { account, post } = relayWith();
    const sent = submissionOf({ email: penny });
    const answer = await post({ ...sent, consents: sent.consents.map((consent) => ({ ...consent, ...change })) });
    expect([answer.status, answer.body.errors]).toMatchObject([422, [{ field: 'consents', code: `consent.${code}` }]]);
    const { checkedAt: createdAt } = change;
    const pressed = await post({ ...sent, createdAt });
    expect([pressed.status, pressed.body.errors]).toMatchObject([422, [{ field: 'createdAt', code: `time.${code}` }]]);
    expect(account.requests).toEqual([]);
  });

  it('by a clock that is some hours fast is taken', async () => {
    const { post } = relayWith();
    expect((await post({ ...submissionOf({ email: penny }), createdAt: at(day / 2) })).status).toBe(200);
  });
});

describe('a body that comes again', () => {
  it('is answered from memory: somebody who kept it cannot have it done anew after a stop', async () => {
    const { account, clock, post } = relayWith();
    const sent = submissionOf({ email: penny, phone: number });
    const first = await post(sent);
    const writes = account.requests.length;
    clock.now += 60 * 60 * 1000;
    const { unattended: _, ...widget } = sent.widget;
    const again = await post({ sentAt: '2026-01-31T13:00:00.000Z', ...sent, widget: { ...widget, unattended: true } });
    expect(again.text).toBe(first.text);
    expect(account.requests).toHaveLength(writes);
  });

  it('is done once where both come at the same time', async () => {
    const { account, post } = relayWith();
    const sent = submissionOf({ email: penny });
    const [first, second] = await Promise.all([post(sent), post(sent)]);
    expect(first.text).toBe(second.text);
    expect(account.events).toHaveLength(1);
    expect(account.requests.filter((line) => line === 'post /api/events')).toHaveLength(1);
  });

  it('with something else under the same id is refused, and told nothing', async () => {
    const { account, post } = relayWith();
    const sent = submissionOf({ email: penny });
    await post(sent);
    const answer = await post({ ...submissionOf({ email: 'sam@example.com' }), id: sent.id });
    expect([answer.status, answer.body]).toMatchObject([422, { errors: [{ field: 'id', code: 'id.taken' }] }]);
    expect(answer.text).not.toContain('identity');
    expect(account.profiles).toHaveLength(1);
  });

  it('is done again where the first try failed: a refusal is not kept', async () => {
    const { account, post } = relayWith();
    account.next.push({ request: 'post /api/events', answer: { status: 503 } });
    const sent = submissionOf({ email: penny });
    expect([(await post(sent)).status, (await post(sent)).status]).toEqual([503, 200]);
  });

  it('is known to another process by a memory that both have', async () => {
    const kept = new Map<string, string>();
    const memory = {
      get: async (id: string) => kept.get(id),
      set: async (id: string, answer: string) => void kept.set(id, answer),
    };
    const sent = submissionOf({ email: penny });
    const first = await relayWith({ options: { memory } }).post(sent);
    const other = relayWith({ options: { memory } });
    expect((await other.post(sent)).text).toBe(first.text);
    expect(other.account.requests).toEqual([]);
    expect(JSON.stringify([...kept])).not.toMatch(/penny|example\.com/);
  });

  it('is told what it was where the memory fails, and the log hears of it', async () => {
    const memory = { get: () => undefined, set: () => Promise.reject(new Error(`full of ${penny}`)) };
    const { failures, post } = relayWith({ options: { memory } });
    expect((await post(submissionOf({ email: penny }))).status).toBe(200);
    expect(failures).toEqual([{ code: 'relay.fault' }]);
  });
});

describe('what looks like a program’s', () => {
  const filled = (how: object, about: object = {}) => ({
    ...submissionOf({ email: penny, phone: number }),
    widget: { version: '0.1.0', signup: 'default', ...how },
    ...about,
  });
  const holding = (more: object = {}) => {
    const held: unknown[] = [];
    const hold = (submission: Submission, why: string) => void held.push([submission.id, why]);
    return { held, ...relayWith({ options: { hold, ...more } }) };
  };

  it.each([
    ['trap', { trap: 'https://buy.example', filledIn: 60_000 }],
    ['fast', { trap: '', filledIn: 999 }],
  ])('is passed to the hold option, and is told only that it is pending: %s', async (why, how) => {
    const { account, held, post } = holding();
    const sent = filled(how);
    const answer = await post(sent);
    expect(answer).toMatchObject({
      status: 200,
      body: { outcome: 'pending', subscribed: { email: false, sms: false } },
    });
    expect(answer.text).not.toMatch(/trap|fast|held|identity/);
    expect(held).toEqual([[sent.id, why]]);
    expect(account.requests).toEqual([]);
  });

  it.each([
    ['hands that took their time', filled({ trap: '', filledIn: 1000 }), {}],
    ['where nobody minds the time', filled({ filledIn: 0 }), { minimumFill: 0 }],
    ['where nobody holds', filled({ trap: 'x' }), { hold: undefined }],
  ])('is not %s', async (_what, sent, more) => {
    const { account, held, post } = holding(more);
    expect((await post(sent)).body.outcome).toBe('accepted');
    expect([held, account.profiles]).toMatchObject([[], [{ email: penny, phone_number: number }]]);
  });

  it('is to be sent again when it could not be held', async () => {
    const { account, failures, post } = holding({ hold: () => Promise.reject(new Error(`full of ${penny}`)) });
    const answer = await post(filled({ trap: 'x' }));
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain(penny);
    expect([failures, account.requests]).toEqual([[{ code: 'relay.fault' }], []]);
  });

  it('is checked before it is held', async () => {
    const { held, post } = holding();
    expect((await post(filled({ trap: 'x' }, { consents: [] }))).status).toBe(422);
    expect(held).toEqual([]);
  });
});

describe('a token', () => {
  const options = { subject: 'p1', audience: 'harbor-coffee', key: linkKey, now: new Date('2026-01-31T12:00:00Z') };
  it.each([
    ['of another store', { audience: 'other' }],
    ['that has expired', { now: new Date('2025-01-01T00:00:00Z') }],
    ['of an unknown key', { key: { kid: 'x', secret: 'y'.repeat(32) } }],
    ['without the scope', { scope: 'contact:state' }],
    ['that claims to be sealed', { subject: 'sealed.AAAA' }],
  ])('%s is answered 409, and nothing is done', async (_which, more) => {
    const { account, post } = relayWith();
    account.add({ id: 'p1', email: penny });
    const value = await mintLink({ ...options, ...more });
    const answer = await post(submissionOf({ phone: number, identifiers: [{ issuer: 'own', value }] }));
    expect(answer).toMatchObject({ status: 409, body: { ask: 'email+phone' } });
    expect(account.profiles).toMatchObject([{ phone_number: null }]);
  });

  it('of a former key that is still listed is accepted', async () => {
    const former = { kid: '2025-07', secret: 'f'.repeat(32) };
    const before = relayWith({ options: { links: { keys: [former] } } });
    const { identity = '' } = (await before.post(submissionOf({ email: penny }))).body;
    const now = relayWith({ options: { links: { keys: [linkKey, former] } } });
    now.account.add({ id: before.account.profiles[0]?.id ?? '', email: penny });
    const kept = { issuer: 'own', value: identity, source: 'cookie' } as const;
    const answer = await now.post(submissionOf({ phone: number, identifiers: [kept] }));
    expect(answer.body.outcome).toBe('linked');
  });

  it('of a receipt is no good in a link: it is another browser’s, handed on', async () => {
    const { post } = relayWith();
    const { identity = '' } = (await post(submissionOf({ email: penny }))).body;
    const answer = await post(submissionOf({ phone: number, identifiers: [{ issuer: 'own', value: identity }] }));
    expect(answer.status).toBe(409);
  });

  it('of a mail may have its subject sealed', async () => {
    const { account, post } = relayWith();
    account.add({ id: 'p1', email: penny });
    const value = await mintLink({ ...options, subject: await sealSubject('p1', linkKey, 'mailed') });
    const answer = await post(submissionOf({ phone: number, identifiers: [{ issuer: 'own', value }] }));
    expect(answer.body.outcome).toBe('linked');
  });
});

describe('a failing platform', () => {
  it.each([
    [429, { 'retry-after': '17' }, 429, '17', 'platform.rate-limited'],
    [429, {}, 429, '30', 'platform.rate-limited'],
    [
      503,
      { 'retry-after': 'Sat, 31 Jan 2026 13:00:00 GMT' },
      503,
      'Sat, 31 Jan 2026 13:00:00 GMT',
      'platform.unavailable',
    ],
    [500, {}, 503, '30', 'platform.unavailable'],
    [401, {}, 503, '30', 'platform.unauthorized'],
    [403, {}, 503, '30', 'platform.unauthorized'],
    [400, {}, 503, '30', 'platform.refused'],
    [404, {}, 503, '30', 'platform.refused'],
  ])('that answers %i %j makes the relay answer %i', async (status, headers, answered, retryAfter, code) => {
    const { account, post, failures } = relayWith();
    account.next.push({ request: 'post /api/events', answer: { status, headers } });
    const answer = await post(submissionOf({ email: penny }));
    expect(answer.status).toBe(answered);
    expect(answer.headers.get('retry-after')).toBe(retryAfter);
    expect(answer.headers.get('access-control-expose-headers')).toBe('retry-after');
    expect(failures).toEqual([{ code, status, step: 'event' }]);
  });

  it('of an unexpected kind makes the relay answer 500 without details, even when the log throws', async () => {
    const told: unknown[] = [];
    const relay = createRelay({
      platform: { name: 'broken', take: () => Promise.reject(new Error(`no ${penny}`)) },
      store: 'harbor-coffee',
      origins: [origin],
      links: { keys: [linkKey] },
      now: () => Date.parse('2026-01-31T12:00:00.000Z'),
      onError: (failure) => {
        told.push(failure);
        throw new Error('the log is full');
      },
    });
    const headers = { 'content-type': 'application/json', origin };
    const answer = await relay(request('POST', headers, JSON.stringify(submissionOf({ email: penny }))));
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('penny');
    expect(told).toEqual([{ code: 'relay.fault' }]);
  });
});

describe('createRelay', () => {
  const options = {
    platform: klaviyo({ key: privateKey, lists: { email: 'EMAIL1', sms: 'TEXTS1' } }),
    store: 'harbor-coffee',
    origins: [origin],
    links: { keys: [linkKey] },
  };
  it.each([
    ['no store', { store: '' }],
    ['no origin', { origins: [] }],
    ['an origin with a path', { origins: ['https://shop.example/'] }],
    ['any origin', { origins: ['*'] }],
    ['no key', { links: { keys: [] } }],
    ['a secret that the environment does not have', { links: { keys: [{ kid: 'a', secret: undefined as never }] } }],
    ['a short secret', { links: { keys: [{ kid: 'a', secret: 'short' }] } }],
    ['a least time that nobody minds', { minimumFill: 1000 }],
    ['a least time that is none', { hold: () => {}, minimumFill: Number('1s') }],
    ['two keys of one name', { links: { keys: [linkKey, linkKey] } }],
  ])('refuses %s at start', (_what, more) => {
    expect(() => createRelay({ ...options, ...more })).toThrow(/^hello-again\//);
  });
});

it('what is marked as a test is answered, and neither held nor passed to the platform', async () => {
  const held: string[] = [];
  const hold = ({ id }: Submission) => void held.push(id);
  const { account, post } = relayWith({ options: { hold } });
  const sent = submissionOf({ email: 'penny@example.com', more: { test: true } });
  for (const widget of [sent.widget, { ...sent.widget, trap: 'x' }]) {
    const answer = await post({ ...sent, widget });
    expect(answer).toMatchObject({
      status: 200,
      body: { outcome: 'accepted', subscribed: { email: false, sms: false } },
    });
  }
  expect([held, account.requests]).toEqual([[], []]);
});
