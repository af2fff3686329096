import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import schema from '../schema/submission.v1.json' with { type: 'json' };
import {
  consentOf,
  email,
  evidenceOf,
  identityOf,
  idOf,
  otherPhone,
  phone,
  submissionOf,
  tokenOf,
} from '../test/fixtures.ts';
import { redactReceipt, redactSubmission } from './redact.ts';
import type { Receipt } from './submission/answer.ts';
import { makeSubmission } from './submission/payload.ts';
import type { Submission } from './submission/submission.gen.ts';

/** Everything that a submission may say of somebody. */
const full: Submission = {
  ...makeSubmission({
    id: idOf(1),
    now: Date.UTC(2026, 0, 31, 12),
    follows: idOf(2),
    store: 'harbor-coffee',
    isTest: false,
    decision: { ask: 'consent', reason: 'known-needs-consent' },
    identity: {
      ...identityOf(
        evidenceOf({ value: tokenOf('penny'), key: 'penny-subject' }),
        evidenceOf({ field: 'email', issuer: 'page', source: 'page', strength: 'proof', value: email }),
        evidenceOf({ field: 'phone', issuer: 'page', source: 'page', strength: 'proof', value: '07700 900982' }),
      ),
      setAside: [{ evidence: evidenceOf({ value: 'rosa-token', source: 'cookie' }), why: 'outranked' }],
    },
    contact: { email, phone, typedPhone: '07700 900982' },
    consents: [
      consentOf({ text: 'Text me offers at +44 7700 900982. Terms · Privacy', textHash: `sha256-${'a'.repeat(64)}` }),
      consentOf({ id: idOf(902), channel: 'email', to: email, textHash: `sha256-${'b'.repeat(64)}` }),
    ],
    replacesConsent: idOf(77),
    page: {
      url: `https://shop.example.com/p/1?utm_source=mail&ha_id=${tokenOf('penny')}&email=${email}`,
      origin: 'https://shop.example.com',
      path: '/p/1',
      referrer: `https://mail.example.com/?to=${email}`,
      language: 'en',
      languages: [],
      isOff: false,
      needsSetup: false,
    },
    visitor: { languages: ['en-GB'], timeZone: 'Europe/London', utcOffset: 0, gpc: false },
    arrivedAt: `https://shop.example.com/?utm_medium=email&ha_id=${tokenOf('penny')}`,
    keepParameters: [],
    widgetVersion: '0.0.0-test',
    signup: 'default',
    storage: 'open',
  }),
  context: { customer: { mail: email, tags: ['vip-penny'] }, note: `call ${phone}`, points: 7_700_900_982 },
};
full.contact.fields = { firstName: 'Penny', birthday: '1990-02-03' };

/** Told apart from what is not secret, and looked for without the ways of writing a number. */
const secrets = [
  email,
  'penny@',
  tokenOf('penny'),
  'penny-subject',
  'rosa-token',
  'vip-penny',
  'Penny',
  '1990',
  '900982',
];
const survivors = (value: unknown) => {
  const text = JSON.stringify(value);
  const bare = text.replace(/[\s()-]/g, '');
  return secrets.filter((secret) => text.includes(secret) || bare.includes(secret));
};

describe('a submission full of secrets', () => {
  test('has them all before, and none of them after redaction', () => {
    expect(survivors(full)).toEqual(secrets.filter((secret) => !['penny-subject', 'rosa-token'].includes(secret)));
    expect(survivors(redactSubmission(full))).toEqual([]);
  });

  test('keeps its shape and everything that is no secret', () => {
    const shown = redactSubmission(full);
    expect(Object.keys(shown)).toEqual(Object.keys(full));
    const { store, ask, widget } = full;
    expect(shown).toMatchObject({ store, ask, widget });
    const hidden = '019c0000-0000-7000-8000-000000000000';
    expect(shown).toMatchObject({ id: hidden, follows: hidden, replaces: { consentId: hidden } });
    expect(new Set(shown.consents.map(({ id }) => id))).toEqual(new Set([hidden]));
    expect(Object.keys(shown.page)).toEqual(Object.keys(full.page));
    expect(shown.identity).toMatchObject({ certainty: 'claimed', setAside: full.identity.setAside });
    expect(shown.identity.identifiers.map(({ issuer, value }) => `${issuer} ${value}`)).toEqual([
      'own •••',
      'page •••',
      'page •••',
    ]);
  });

  test('loses the values of a page’s parameters', () => {
    const url = 'https://shop.example.com/p/1?ref=penny@example.com';
    const page = { url, utm: { content: 'penny@example.com' } };
    const consents = full.consents.map((consent) => ({ ...consent, page: url }));
    const shown = redactSubmission({ ...full, page, consents });
    expect(JSON.stringify([shown.page, shown.consents])).not.toContain('penny@');
    expect(shown.page).toEqual({ url: 'https://shop.example.com/p/1?•••', utm: { content: '•••' } });
  });

  test('shows its owner enough to recognise their own data', () => {
    expect(redactSubmission(full)).toMatchObject({
      contact: {
        email: 'p•••@example.com',
        phone: '+44•••982',
        typedPhone: '•••',
        fields: { firstName: '•••', birthday: '•••' },
      },
      consents: [
        { to: '+44•••982', granted: true },
        { to: 'p•••@example.com', granted: true },
      ],
      context: { customer: '•••', note: '•••', points: '•••' },
    });
  });

  test('keeps the consent text except for the number in it, and its hash, which would reveal the number', () => {
    const [sms, mail] = redactSubmission(full).consents;
    expect(sms).toMatchObject({ text: 'Text me offers at +44•••982. Terms · Privacy', textHash: '•••' });
    expect(mail).toMatchObject({ text: 'Text me offers.', textHash: `sha256-${'b'.repeat(64)}` });
  });

  test('is not changed itself', () => {
    const before = structuredClone(full);
    redactSubmission(full);
    expect(full).toEqual(before);
  });
});

test.each(['+447700900982', '+44 7700 900982', '+44 (0)7700 900982', '+44 7700-900-982', '+1 201 555 0123'])(
  'a number written as %s does not survive in a consent text',
  (number) => {
    const consents = [consentOf({ to: otherPhone, text: `Text me at ${number}, up to 4 a month.` })];
    const text = redactSubmission(submissionOf({ consents })).consents[0]?.text ?? '';
    expect(text).toMatch(/^Text me at \+\d[\d ]•••\d{3}, up to 4 a month\.$/);
  },
);

test('a submission without personal data stays as it is, and is valid by the schema', () => {
  const isSubmission = new Ajv2020({ strict: true }).compile<Submission>(schema);
  const nothing = submissionOf();
  expect(redactSubmission(nothing)).toEqual({ ...nothing, id: '019c0000-0000-7000-8000-000000000000' });
  expect(isSubmission(redactSubmission(nothing))).toBe(true);
});

test('no value of identifiers, fields or the host’s context survives', () => {
  const secret = fc.string({ unit: 'grapheme' }).map((text) => `§${text}§`);
  fc.assert(
    fc.property(secret, fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), secret), (value, values) => {
      const { field, issuer, source, strength, observedAt } = evidenceOf();
      const submission = submissionOf({
        identity: {
          certainty: 'claimed',
          identifiers: [{ field, issuer, value, source, strength, observedAt }],
          setAside: [],
        },
        contact: { fields: values },
        context: { ...values, deep: { value, list: [value] } },
      });
      expect(JSON.stringify(redactSubmission(submission))).not.toContain('§');
    }),
  );
});

describe('a receipt', () => {
  const receipt: Receipt = {
    outcome: 'linked',
    identity: tokenOf('penny'),
    subscribed: { email: true, sms: false },
    optIn: { sms: 'double' },
    coupon: { code: 'HELLO10' },
    next: 'verify',
    hint: 'p•••@example.com',
  };

  test('loses its token and nothing else', () => {
    expect(redactReceipt(receipt)).toEqual({ ...receipt, identity: '•••' });
    expect(redactReceipt({ outcome: 'unknown' })).toEqual({ outcome: 'unknown' });
  });

  test('loses an email that the collector failed to mask', () => {
    expect(redactReceipt({ ...receipt, hint: email }).hint).toBe('p•••@example.com');
    expect(survivors(redactReceipt({ ...receipt, hint: email }))).toEqual([]);
  });
});
