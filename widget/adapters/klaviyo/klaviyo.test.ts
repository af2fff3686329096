import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Submission } from '../../core/submission/submission.gen.ts';
import type { AdapterRequest } from '../adapter.ts';
import { deliverBy } from '../deliverBy.ts';
import { consentFor, email, identifierOf, phone, sampleSubmission } from '../sample.ts';
import { klaviyoDouble } from '../test/klaviyoDouble.ts';
import type { DoubleAnswer } from '../vendorDouble.ts';
import { fromAttributes } from './fromAttributes.ts';
import { klaviyo } from './index.ts';

// Synthetic: in the documented shape, minted by nobody.
const exchangeId = 'Syn7het1c_-ExchangeIdOfNobody0123456789Wg=.SYNTH1';
const subscribed = { marketing: { consent: 'SUBSCRIBED' } };
const known = {
  certainty: 'claimed' as const,
  identifiers: [identifierOf('klaviyo', { value: exchangeId })],
  setAside: [],
};
const phoneOnly = {
  ask: { kind: 'phone' as const, reason: 'known-needs-phone' },
  identity: known,
  contact: { phone },
  consents: [consentFor('sms', phone)],
};

afterEach(() => vi.restoreAllMocks());

async function deliver(
  about: Partial<Submission> = {},
  answer?: (request: AdapterRequest) => DoubleAnswer | undefined,
  lists: { email?: string; sms?: string } = { email: 'MAIL01', sms: 'TEXT01' },
) {
  const double = klaviyoDouble(answer);
  const outcome = await deliverBy(klaviyo({ companyId: 'AbC123', lists }), sampleSubmission(about), double.tools);
  const calls = double.requests.map(({ url, body }) => ({
    path: new URL(url).pathname.replace('/client/', ''),
    body: JSON.parse(String(body)),
  }));
  return { answer: outcome, requests: double.requests, calls, paths: calls.map(({ path }) => path) };
}

const profileOf = (
  call: { body: { data: { attributes: { profile?: { data: { attributes: object } } } } } } | undefined,
) => call?.body.data.attributes.profile?.data.attributes ?? call?.body.data.attributes;
const listOf = (call: { body: { data: { relationships: { list: { data: { id: string } } } } } } | undefined) =>
  call?.body.data.relationships.list.data.id;

test('every request names the account and the revision, and needs no other header', async () => {
  const { requests } = await deliver();
  expect(requests.length).toBeGreaterThan(0);
  for (const { url, headers } of requests) {
    expect(url).toMatch(/^https:\/\/a\.klaviyo\.com\/client\/\w+\?company_id=AbC123$/);
    expect(headers).toEqual({ 'content-type': 'application/vnd.api+json', revision: '2026-07-15' });
  }
});

describe('a subscription always says what it subscribes', () => {
  test('to a list each, for one person, when both are agreed to', async () => {
    const { calls, paths } = await deliver();
    expect(paths).toEqual(['subscriptions', 'subscriptions', 'events', 'events']);
    expect(profileOf(calls[0])).toEqual({ email, phone_number: phone, subscriptions: { sms: subscribed } });
    expect(profileOf(calls[1])).toEqual({ email, phone_number: phone, subscriptions: { email: subscribed } });
    expect([listOf(calls[0]), listOf(calls[1])]).toEqual(['TEXT01', 'MAIL01']);
  });

  test('both at once where there is one list', async () => {
    const { calls, paths } = await deliver({}, undefined, { email: 'MAIL01' });
    expect(paths).toEqual(['subscriptions', 'events', 'events']);
    expect(profileOf(calls[0])).toEqual({
      email,
      phone_number: phone,
      subscriptions: { sms: subscribed, email: subscribed },
    });
    expect(listOf(calls[0])).toBe('MAIL01');
  });

  test('texts alone, with the email as an identifier', async () => {
    const { calls, paths } = await deliver({ consents: [consentFor('sms', phone)] });
    expect(paths).toEqual(['subscriptions', 'events']);
    expect(profileOf(calls[0])).toEqual({ email, phone_number: phone, subscriptions: { sms: subscribed } });
  });

  test('nothing, and only a profile is written, where nothing was agreed to', async () => {
    const { calls, paths } = await deliver({ consents: [] });
    expect(paths).toEqual(['profiles']);
    expect(profileOf(calls[0])).toEqual({ email });
  });
});

test('a known visitor’s number is written to the profile of the exchange id', async () => {
  const { calls, paths, answer } = await deliver(phoneOnly);
  // A subscription of a number alone was seen to leave no data: the profile call comes first.
  expect(paths).toEqual(['profiles', 'subscriptions', 'events']);
  expect(profileOf(calls[0])).toEqual({ _kx: exchangeId, phone_number: phone });
  expect(profileOf(calls[1])).toEqual({
    _kx: exchangeId,
    phone_number: phone,
    subscriptions: { sms: subscribed },
  });
  expect(answer).toEqual({ kind: 'taken', receipt: { outcome: 'unknown' } });
});

test('the consent text is kept as an event of the same profile, once', async () => {
  const { calls } = await deliver(phoneOnly);
  const { id, granted: _granted, ...record } = consentFor('sms', phone);
  expect(calls[2]?.body.data.attributes).toMatchObject({
    metric: { data: { attributes: { name: 'Hello Again consent' } } },
    profile: { data: { attributes: { _kx: exchangeId, phone_number: phone } } },
    properties: { consentId: id, ...record },
    time: record.checkedAt,
    unique_id: id,
  });
});

describe('the errors that Klaviyo does not report', () => {
  test('include the 202 that proves nothing, so the outcome is unknown', async () => {
    expect((await deliver()).answer).toEqual({ kind: 'taken', receipt: { outcome: 'unknown' } });
  });

  test('include a number kept in spite of a new one, so the new number is sent by itself', async () => {
    const replaces = { consentId: '019c0000-0000-7000-8000-000000000800' };
    const { calls, paths } = await deliver({ ...phoneOnly, replaces });
    expect(paths).toEqual(['profiles', 'subscriptions', 'events']);
    for (const call of calls) expect(JSON.stringify(call.body)).not.toContain(exchangeId);
    const both = await deliver({ replaces });
    expect(both.calls.map(profileOf)).toEqual([
      { phone_number: phone },
      { phone_number: phone, subscriptions: { sms: subscribed } },
      { email, subscriptions: { email: subscribed } },
      { phone_number: phone },
      { email },
    ]);
  });

  test('include a number dropped beside a valid email, which a header tells and the field shows', async () => {
    const { answer, paths } = await deliver({}, () => ({
      status: 202,
      headers: { 'X-Klaviyo-Partial-Failure': 'phone_number' },
    }));
    expect(answer).toEqual({ kind: 'invalid', errors: [{ field: 'contact.phone', code: 'phone.refused' }] });
    // No mail has been subscribed yet.
    expect(paths).toEqual(['subscriptions']);
  });

  test('include texts to a country without a sending number, which are refused before the email is sent', async () => {
    const detail = 'No SMS sending number is configured for the region of this phone number.';
    const { answer, paths } = await deliver({}, ({ body }) =>
      /"sms"/.test(String(body)) ? { status: 400, body: { errors: [{ code: 'invalid', detail }] } } : undefined,
    );
    expect(answer).toMatchObject({ kind: 'invalid', errors: [{ field: 'contact.phone' }] });
    expect(paths).toEqual(['subscriptions']);
  });

  test('do not keep the same visitor without texts from being subscribed to mail', async () => {
    const { answer, paths } = await deliver({ contact: { email }, consents: [consentFor('email', email)] });
    expect([answer.kind, paths]).toEqual(['taken', ['subscriptions', 'events']]);
  });

  test('include a private key, which the adapter refuses without sending or repeating it', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const double = klaviyoDouble();
    const adapter = klaviyo({ companyId: 'pk_0123456789abcdef', lists: { email: 'MAIL01' } });
    expect(adapter.url).toBe('');
    expect(await deliverBy(adapter, sampleSubmission(), double.tools)).toEqual({ kind: 'error', status: 401 });
    expect(double.requests).toEqual([]);
    expect(String(error.mock.calls)).toMatch(/private key/);
    expect(String(error.mock.calls)).not.toContain('pk_');
  });
});

describe('a refusal', () => {
  const refusal = (pointer: string, detail = 'Invalid input.') => ({
    status: 400,
    body: { errors: [{ id: '1', code: 'invalid', title: 'Invalid input.', detail, source: { pointer } }] },
  });

  test.each([
    ['/data/attributes/profile/data/attributes/phone_number', 'contact.phone'],
    ['/data/attributes/phone_number', 'contact.phone'],
    ['/data/attributes/profile/data/attributes/email', 'contact.email'],
  ])('that points at %s is shown at %s, without the vendor’s sentence', async (pointer, field) => {
    const { answer } = await deliver({}, () => refusal(pointer, 'Written for developers.'));
    expect(answer).toMatchObject({ kind: 'invalid', errors: [{ field }] });
    expect(JSON.stringify(answer)).not.toContain('developers');
  });

  test('of the list or the account is not shown at a field', async () => {
    const { answer } = await deliver({}, () => refusal('/data/relationships/list/data/id', 'List not found.'));
    expect(answer).toEqual({ kind: 'error', status: 400 });
  });

  test.each([[{}], [null], ['a page'], [{ errors: 'none' }], [{ errors: [null, 7, {}] }]])(
    'of any shape is handled: %j',
    async (body) => {
      expect((await deliver({}, () => ({ status: 400, body }))).answer).toEqual({ kind: 'error', status: 400 });
    },
  );

  test('of the event alone does not refuse the subscription, and a busy API is asked again for both', async () => {
    const events = (status: number) => (r: AdapterRequest) => (r.url.includes('/events') ? { status } : undefined);
    expect((await deliver({}, events(400))).answer.kind).toBe('taken');
    const id = '019c0000-0000-7000-8000-000000000900';
    expect((await deliver({ id }, events(503))).answer.kind).toBe('retry');
  });
});

test.each([
  ['is busy', () => ({ status: 503 })],
  [
    'cannot be reached',
    () => {
      throw new TypeError('Failed to fetch');
    },
  ],
])('a retry after the event %s subscribes nobody again, because they may have said stop since', async (how, fail) => {
  const id = how === 'is busy' ? '019c0000-0000-7000-8000-000000000901' : '019c0000-0000-7000-8000-000000000902';
  const first = deliver({ id }, (r) => (r.url.includes('/events') ? fail() : undefined));
  await first.then(({ answer }) => expect(answer.kind).toBe('retry')).catch(() => {});
  expect((await deliver({ id })).paths).toEqual(['events', 'events']);
  // That is over: the same again is all of it.
  expect((await deliver({ id })).paths).toEqual(['subscriptions', 'subscriptions', 'events', 'events']);
});

test('the attributes of the script tag give the same options', () => {
  const given = { klaviyoCompany: 'AbC123', klaviyoEmailList: 'MAIL01', klaviyoSmsList: 'TEXT01' };
  expect(fromAttributes(given)).toMatchObject({
    url: 'klaviyo:AbC123',
    options: { companyId: 'AbC123', 'lists.email': 'MAIL01', 'lists.sms': 'TEXT01' },
  });
});

test('extra fields are the profile’s: the first name as Klaviyo calls it, the others as its properties', async () => {
  const fields = { firstName: 'Penny', birthday: '04-23', roast: 'dark' };
  const { calls } = await deliver({ contact: { email, phone, fields } });
  const profiles = calls
    .filter(({ path }) => path === 'subscriptions')
    .map(({ body }) => body.data.attributes.profile.data.attributes);
  expect(profiles).toHaveLength(2);
  for (const profile of profiles) {
    expect(profile).toMatchObject({ first_name: 'Penny', properties: { birthday: '04-23', roast: 'dark' } });
  }
});
