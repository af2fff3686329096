import { describe, expect, test, vi } from 'vitest';
import type { Submission } from '../../core/submission/submission.gen.ts';
import { deliverBy } from '../deliverBy.ts';
import { consentFor, email, phone, sampleSubmission } from '../sample.ts';
import { type DoubleAnswer, vendorDouble } from '../vendorDouble.ts';
import { fromAttributes } from './fromAttributes.ts';
import { type HubspotOptions, hubspot } from './index.ts';

const hutk = '0123456789abcdef0123456789abcdef';

async function deliver(
  about: Partial<Submission> = {},
  options: Partial<HubspotOptions> = {},
  answer: DoubleAnswer = { status: 200, body: { inlineMessage: 'Thanks' } },
) {
  const double = vendorDouble({ answer: () => answer, cookies: { hubspotutk: hutk } });
  const adapter = hubspot({ portalId: '1234567', formId: 'f0-1', ...options });
  const outcome = await deliverBy(adapter, sampleSubmission(about), double.tools);
  const [request] = double.requests;
  return { answer: outcome, request, form: request ? JSON.parse(String(request.body)) : undefined };
}

test('email and number are sent as fields of the form, with the cookie and the page', async () => {
  const { request, form, answer } = await deliver();
  expect(request?.url).toBe('https://api.hsforms.com/submissions/v3/integration/submit/1234567/f0-1');
  expect(request?.headers).toEqual({ 'content-type': 'application/json' });
  expect(form).toMatchObject({
    submittedAt: String(Date.UTC(2026, 0, 31, 12)),
    fields: [
      { objectTypeId: '0-1', name: 'email', value: email },
      { objectTypeId: '0-1', name: 'phone', value: phone },
    ],
    context: { hutk, pageUri: 'https://shop.example.com/' },
  });
  expect(answer).toEqual({ kind: 'taken', receipt: { outcome: 'unknown' } });
});

test('a European account has its own host, and a form can name the number’s field differently', async () => {
  const { request, form } = await deliver({}, { region: 'eu1', phoneField: 'mobilephone' });
  expect(request?.url).toMatch(/^https:\/\/api-eu1\.hsforms\.com\//);
  expect(form.fields[1].name).toBe('mobilephone');
});

describe('consent', () => {
  const texts = [consentFor('email', email).text, consentFor('sms', phone).text];

  test('is sent in the form’s own format, to the subscription type of each channel', async () => {
    const { form } = await deliver({}, { subscriptions: { email: 7, sms: 8 } });
    expect(form.legalConsentOptions).toEqual({
      consent: {
        consentToProcess: true,
        text: texts.join('\n\n'),
        communications: [
          { value: true, subscriptionTypeId: 7, text: texts[0] },
          { value: true, subscriptionTypeId: 8, text: texts[1] },
        ],
      },
    });
  });

  test('of a channel without a subscription type subscribes to nothing', async () => {
    expect(
      (await deliver({}, { subscriptions: { email: 7 } })).form.legalConsentOptions.consent.communications,
    ).toEqual([{ value: true, subscriptionTypeId: 7, text: texts[0] }]);
  });

  test('that was not given is not sent', async () => {
    const { form } = await deliver({ consents: [] }, { subscriptions: { email: 7, sms: 8 } });
    expect(form).not.toHaveProperty('legalConsentOptions');
    expect(form.fields).toHaveLength(1);
  });
});

test.each([
  ['disputed', 'disputed'],
  ['declared', 'not-you'],
  ['declared', 'shared-link'],
] as const)('the cookie is not sent where it may be somebody else’s: %s, %s', async (certainty, reason) => {
  const { form } = await deliver({
    identity: { certainty, identifiers: [], setAside: [] },
    ask: { kind: 'email+phone', reason },
  });
  expect(form.context).toEqual({ pageUri: 'https://shop.example.com/' });
});

test('a submission without an email is not sent, and both are asked for', async () => {
  const { answer, request } = await deliver({ contact: { phone }, consents: [consentFor('sms', phone)] });
  expect([answer, request]).toEqual([{ kind: 'ask-again', ask: 'email+phone' }, undefined]);
});

test.each([
  [{ message: "Error in 'fields.email'. Invalid email address", errorType: 'INVALID_EMAIL' }, 'contact.email'],
  [{ message: "Error in 'fields.phone'. Not a number", errorType: 'INVALID_NUMBER' }, 'contact.phone'],
  [null, undefined],
])('a refusal by HubSpot becomes an error at its field: %j', async (error, field) => {
  const { answer } = await deliver({}, {}, { status: 400, body: { status: 'error', errors: [error] } });
  expect(answer).toMatchObject(field ? { kind: 'invalid', errors: [{ field }] } : { kind: 'error', status: 400 });
});

test('the attributes of the script tag give the same options', () => {
  const given = {
    hubspotPortal: '1234567',
    hubspotForm: 'f0-1',
    hubspotRegion: 'eu1',
    hubspotPhoneField: 'mobilephone',
    hubspotEmailSubscription: '7',
    hubspotSmsSubscription: '8',
  };
  expect(fromAttributes(given)).toMatchObject({
    url: 'hubspot:1234567/f0-1',
    options: { region: 'eu1', phoneField: 'mobilephone', 'subscriptions.email': 7, 'subscriptions.sms': 8 },
  });
});

describe('a cookie', () => {
  test.each([['undefined'], ['null'], [''], ['short'], ['g'.repeat(32)]])('that is %o is not sent', async (value) => {
    const double = vendorDouble({ cookies: { hubspotutk: value } });
    await deliverBy(hubspot({ portalId: '1', formId: 'f' }), sampleSubmission(), double.tools);
    expect(JSON.parse(String(double.requests[0]?.body)).context).toEqual({ pageUri: 'https://shop.example.com/' });
  });

  test('that is refused is left out of a second request, and the sign-up arrives', async () => {
    const refusal = { errors: [{ message: 'The hutk is invalid', errorType: 'INVALID_HUTK' }] };
    const double = vendorDouble({
      cookies: { hubspotutk: hutk },
      answer: ({ body }) => (String(body).includes('hutk') ? { status: 400, body: refusal } : { status: 200 }),
    });
    const answer = await deliverBy(hubspot({ portalId: '1', formId: 'f' }), sampleSubmission(), double.tools);
    expect([answer.kind, double.requests.length]).toEqual(['taken', 2]);
  });
});

describe('an error that only the owner can mend keeps the sign-up, and is named without what was given:', () => {
  test.each([
    [{ message: 'recaptcha', errorType: 'FORM_HAS_RECAPTCHA_ENABLED' }, /turn off the form’s reCAPTCHA/],
    [
      { message: "Error in 'fields.phone'. Not in it", errorType: 'FIELD_NOT_IN_FORM_DEFINITION' },
      /\(phone\): add the field/,
    ],
    [
      { message: "Error in 'fields.city'. Required field 'city' is missing", errorType: 'REQUIRED_FIELD' },
      /\(city\): make/,
    ],
    [
      { message: `Error in 'fields.roast'. ${email}`, errorType: 'VALUE_NOT_IN_FIELD_DEFINITION' },
      /\(roast\): add the value/,
    ],
  ])('%j', async (error, said) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { answer } = await deliver({}, {}, { status: 400, body: { errors: [error] } });
    expect(answer).toEqual({ kind: 'retry', after: 1_800 });
    expect(log.mock.calls.flat().join()).toMatch(said);
    expect(log.mock.calls.flat().join()).not.toContain(email);
    log.mockRestore();
  });
});

test('extra fields are the form’s: the first name and the birthday as every account calls them', async () => {
  const { form } = await deliver({
    contact: { email, fields: { firstName: 'Penny', birthday: '04-23', roast: 'dark' } },
  });
  expect(form.fields.slice(1)).toEqual([
    { objectTypeId: '0-1', name: 'firstname', value: 'Penny' },
    { objectTypeId: '0-1', name: 'date_of_birth', value: '04-23' },
    { objectTypeId: '0-1', name: 'roast', value: 'dark' },
  ]);
});
