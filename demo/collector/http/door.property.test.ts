import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isWhole } from '../../../scripts/sample.ts';
import { byLink, consentFor, orderSecret, submissionFor, typed } from '../../shop/test/demo.ts';
import { signatureOf } from '../orders/registerCheckouts.ts';
import { openEmbedded } from '../store/test/openEmbedded.ts';
import { type Production, shopOrigin, startProduction } from '../test/production.ts';

/** Requests of a run. */
const count = isWhole ? 100_000 : 5_000;
/** Said by every sender here and by nothing else, so that it is found wherever it turns up. */
const mark = 'qzxwv';
const adminToken = 'a'.repeat(32);
const day = 24 * 60 * 60_000;

let collector: Production;
let close = async (): Promise<unknown> => undefined;
let time = Date.now();
const lines: string[] = [];

beforeAll(async () => {
  const database = await openEmbedded();
  const env = { HELLO_AGAIN_ADMIN_TOKEN: adminToken, HELLO_AGAIN_RATE_ADDRESS: '0', HELLO_AGAIN_RATE_STORE: '0' };
  collector = await startProduction(database, env, {
    now: () => time,
    log: (line) => lines.push(line),
    sendText: async () => true,
  });
  close = () => database.destroy();
});
afterAll(() => close());

/** Text that servers stumble over. */
const nasty = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  fc.constantFrom(
    '',
    '0',
    '\0',
    '\ud800',
    '\u202e',
    'null',
    'NaN',
    '__proto__',
    'constructor',
    "' or 1=1 --",
    '{{7*7}}',
    '%00',
    '../../etc/passwd',
    '9'.repeat(400),
    'x'.repeat(3000),
    '\uffff',
    '1e999',
    '-1',
    '2026-02-30T00:00:00Z',
    '\r\nx: y',
    '<script>',
    '[object Object]',
  ),
);

const emails = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'd').map((name) => `${mark}.${name}@example.com`),
  fc.constantFrom(
    `${mark.toUpperCase()}.A@EXAMPLE.com`,
    `${mark}@bücher.example`,
    `${mark}@xn--bcher-kva.example`,
    `İ${mark}@x.example`,
  ),
  nasty.map((text) => `${mark}${text}@${text}`),
);
const phones = fc.oneof(
  fc.integer({ min: 0, max: 9 }).map((n) => `+44791112345${n}`),
  fc.constantFrom('+12125550123', '+881612345678', '+449098790000', '+5351234567', '+1', '+447700900982'),
  nasty,
);

/** Puts something else in one place of a body, or takes that place away. */
const spoils = fc.record({
  at: fc.nat(),
  with: fc.oneof(
    { weight: 3, arbitrary: nasty },
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom<unknown>(undefined, null, 0, -1, 1.5, Number.MAX_VALUE, [], {}, true, 'now'),
  ),
});
type Spoil = { readonly at: number; readonly with: unknown };

function places(value: unknown, found: [object, string][] = []): [object, string][] {
  if (typeof value === 'object' && value !== null) {
    for (const name of Object.keys(value)) {
      found.push([value, name]);
      places(Reflect.get(value, name), found);
    }
  }
  return found;
}

function spoiled(body: object, all: readonly Spoil[]): unknown {
  const copy: unknown = structuredClone(body);
  for (const { at, with: other } of all) {
    const found = places(copy);
    const [holder, name] = found[at % Math.max(1, found.length)] ?? [];
    if (holder && name !== undefined) Reflect.set(holder, name, other);
  }
  return copy;
}

/** Ids, tokens and codes of earlier answers: most of what goes wrong needs something that is there. */
const seen = { ids: [randomUUID() as string], identities: [`${mark}.x.y`] };
const earlier = fc.record({ id: fc.nat(), identity: fc.nat() });
const pick = (from: readonly string[], n: number) => from[n % from.length] ?? '';

const submissions = fc
  .record({
    email: fc.option(emails, { nil: undefined }),
    phone: fc.option(phones, { nil: undefined }),
    follow: earlier,
    isByLink: fc.boolean(),
    isRepeated: fc.boolean(),
    filledIn: fc.constantFrom(undefined, 1, 5000),
    trap: fc.constantFrom(undefined, '', 'x'),
    isTest: fc.boolean(),
    offset: fc.constantFrom(0, 0, 0, day / 2, -day, 40 * day, -40 * day),
    name: fc.option(nasty, { nil: undefined }),
  })
  .map(({ email, phone, follow, isByLink, isRepeated, filledIn, trap, isTest, offset, name }) => {
    const checkedAt = new Date(time + offset).toISOString();
    const consents = [email, phone].flatMap((to) => (to === undefined ? [] : [consentFor(to, { checkedAt })]));
    const about = isByLink ? byLink(pick(seen.identities, follow.identity), phone ?? '+447911123450') : {};
    return submissionFor(collector.store, {
      ...typed(email ?? '', phone ?? ''),
      contact: {
        ...(email === undefined ? {} : { email }),
        ...(phone === undefined ? {} : { phone }),
        ...(name === undefined ? {} : { fields: { firstName: name } }),
      },
      consents: consents.map((consent, n) => (n > 0 ? { ...consent, channel: 'sms' as const } : consent)),
      ...about,
      ...(isRepeated ? { id: pick(seen.ids, follow.id) } : {}),
      createdAt: checkedAt,
      test: isTest,
      widget: {
        version: '0.0.0',
        signup: 'default',
        ...(filledIn ? { filledIn } : {}),
        ...(trap === undefined ? {} : { trap }),
      },
    });
  });

/** What a request says besides its address and headers. */
const bodies = fc
  .record({
    kind: fc.constantFrom('submission', 'submission', 'submission', 'code', 'lookup', 'person', 'order', 'any'),
    submission: submissions,
    follow: earlier,
    email: emails,
    phone: phones,
    text: nasty,
    json: fc.jsonValue({ maxDepth: 4 }),
    spoils: fc.oneof(
      { weight: 3, arbitrary: fc.constant<Spoil[]>([]) },
      fc.array(spoils, { minLength: 1, maxLength: 3 }),
    ),
  })
  .map(({ kind, submission, follow, email, phone, text, json, spoils: all }) => {
    const { store } = collector;
    const value = pick(seen.identities, follow.identity);
    const made: Record<string, unknown> = {
      submission,
      code: { store, code: '123456', identity: value },
      lookup: {
        version: 1,
        store,
        identifiers: [
          { field: 'profile', issuer: 'own', value },
          { field: 'email', issuer: 'page', value: email },
        ],
      },
      person: {
        store,
        ...(text.length % 2 ? { email } : { phone }),
        ...(text.length % 3 ? {} : { channel: 'sms', recipient: phone }),
      },
      order: { id: text, email, phone, name: text, created_at: text },
      any: json,
    };
    const body = made[kind];
    return { kind, id: pick(seen.ids, follow.id), body: spoiled({ body }, all) };
  });

const requests = fc
  .record({
    body: bodies,
    method: fc.oneof(
      { weight: 12, arbitrary: fc.constant('POST' as const) },
      fc.constantFrom('GET', 'OPTIONS', 'PUT', 'DELETE', 'HEAD', 'PATCH'),
    ),
    elsewhere: fc.oneof(
      { weight: 9, arbitrary: fc.constant(undefined) },
      fc.constantFrom(
        '/',
        '/healthz',
        '/readyz',
        '/v1/people/erase',
        '/v1/people/withdraw',
        '/v1/people/export',
        '/v1/checkouts',
        '/v1/%zz',
        '//',
        `/v1/${mark}`,
      ),
    ),
    query: fc.oneof(
      { weight: 5, arbitrary: fc.constant('') },
      fc.constantFrom(
        '?store=',
        `?store=${mark}`,
        '?store=a&store=b',
        '?status=500',
        '?__proto__=1',
        `?email=${mark}@example.com`,
      ),
    ),
    type: fc.oneof(
      { weight: 8, arbitrary: fc.constant('application/json') },
      fc.constantFrom(
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/xml',
        'x',
        '',
      ),
    ),
    origin: fc.constantFrom(shopOrigin, shopOrigin, undefined, 'https://evil.example', 'null', mark),
    forwarded: fc.constantFrom(undefined, '192.0.2.1', '192.0.2.1:99', '::1', mark, ',,,', '999.1.1.1'),
    isAdmin: fc.boolean(),
    isCut: fc.integer({ min: 0, max: 40 }),
  })
  .map(
    ({
      body: { kind, id, body },
      method,
      elsewhere,
      query,
      type,
      origin,
      forwarded,
      isAdmin,
      isCut,
    }): InjectOptions => {
      const paths: Record<string, string> = {
        submission: '/v1/submissions',
        code: `/v1/submissions/${id}/${isAdmin ? 'verify' : 'resend'}`,
        lookup: '/v1/lookup',
        person: `/v1/people/${isCut % 2 ? 'export' : isCut % 3 ? 'withdraw' : 'erase'}`,
        order: '/v1/checkouts',
        any: '/v1/submissions',
      };
      const inner = (body as { readonly body?: unknown })?.body;
      const text = JSON.stringify(inner) ?? '';
      const form =
        kind !== 'order' && type.includes('urlencoded') ? String(new URLSearchParams({ submission: text })) : text;
      return {
        method: method as 'POST',
        url: `${elsewhere ?? paths[kind]}${query}`,
        // Some are cut off on the way.
        ...(method === 'POST' ? { payload: isCut === 0 ? form.slice(0, form.length / 2) : form } : {}),
        headers: {
          ...(type ? { 'content-type': type } : {}),
          ...(origin === undefined ? {} : { origin }),
          ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }),
          ...(isAdmin ? { authorization: `Bearer ${adminToken}` } : {}),
          ...(isAdmin && kind === 'order' ? { 'x-order-signature': signatureOf(form, orderSecret) } : {}),
          cookie: `x=${mark}`,
          referer: `https://shop.example/?e=${mark}`,
        },
      };
    },
  );

/** Remembers of an answer what a later request may use. */
function note(request: InjectOptions, answer: LightMyRequestResponse): void {
  if (answer.statusCode !== 200 || request.url !== '/v1/submissions') return;
  const { identity } = answer.json<{ identity?: string }>();
  const [, id] = /"id":"([0-9a-f-]{36})"/.exec(String(request.payload)) ?? [];
  if (identity) seen.identities = [...seen.identities.slice(-20), identity];
  if (id !== undefined) seen.ids = [...seen.ids.slice(-20), id];
}

// That no answer differs by what is on file is held over pairs of requests: submissions/alike.property.test.ts.
test(`one of ${count} generated requests was answered 5xx, repeated what was sent, or put it into the log`, async () => {
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(requests, async (request) => {
      time += 1000;
      const answer = await collector.app.inject(request);
      statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1);
      expect(answer.statusCode).toBeLessThan(500);
      // Only another code may be asked for too early: nothing else is counted here.
      if (!/resend/.test(String(request.url))) expect(answer.statusCode).not.toBe(429);
      // Only whoever has the token is told of persons.
      if (!request.url?.toString().startsWith('/v1/people/export'))
        expect(answer.body).not.toMatch(new RegExp(mark, 'i'));
      expect(JSON.stringify(answer.headers)).not.toMatch(new RegExp(mark, 'i'));
      expect(lines.splice(0).join('\n')).not.toMatch(new RegExp(`${mark}|@|\\+?4479111|error`, 'i'));
      note(request, answer);
    }),
    { numRuns: count, ...(isWhole ? {} : { seed: 14 }) },
  );
  // The door was not merely shut: each kind of answer was among them.
  for (const status of [200, 204, 400, 401, 403, 404, 415, 422])
    expect(statuses.get(status), String(status)).toBeGreaterThan(0);
  expect(statuses.get(200)).toBeGreaterThan(count / 20);
}, 1_800_000);
