import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import schema from '../../schema/submission.v1.json' with { type: 'json' };
import { consentOf, email, evidenceOf, identityOf, idOf, otherPhone, phone } from '../../test/fixtures.ts';
import type { AskDecision } from '../ask/decide.ts';
import type { SetAsideReason } from '../identity/evidence.ts';
import type { Identity } from '../identity/resolve.ts';
import { makeSubmission, type PayloadParts } from './payload.ts';
import type { Submission } from './submission.gen.ts';

const isSubmission = new Ajv2020({ allErrors: true, strict: true }).compile<Submission>(schema);

const page = {
  url: 'https://shop.example.com/p/1?utm_source=mail&ha_id=secret&q=a#top',
  origin: 'https://shop.example.com',
  path: '/p/1',
  referrer: '',
  language: 'en',
  languages: [],
  isOff: false,
  needsSetup: false,
};

const unknown: AskDecision = { ask: 'email+phone', reason: 'unknown' };
const knownByLink: AskDecision = { ask: 'phone', reason: 'known-needs-phone' };

function make(parts: Partial<PayloadParts>): Submission {
  return makeSubmission({
    id: idOf(1),
    now: Date.UTC(2026, 0, 31, 12),
    store: 'harbor-coffee',
    isTest: false,
    decision: unknown,
    identity: identityOf(),
    contact: { email },
    consents: [],
    page,
    visitor: { languages: ['en-GB'], timeZone: 'Europe/London', utcOffset: 0, gpc: false },
    keepParameters: [],
    widgetVersion: '0.0.0-test',
    signup: 'default',
    storage: 'open',
    ...parts,
  });
}

const mailConsent = consentOf({ id: idOf(902), channel: 'email', to: email });

describe('whatever is sent is what the published schema promises', () => {
  const setAside = (why: SetAsideReason) => ({ evidence: evidenceOf({ source: 'cookie' }), why });
  const disputed: Identity = { ...identityOf(), certainty: 'disputed', setAside: [setAside('disputed')] };
  const declared: Identity = {
    ...identityOf(evidenceOf({ field: 'email', issuer: 'page', value: email, source: 'page', strength: 'proof' })),
    certainty: 'declared',
  };

  test.each<[string, Partial<PayloadParts>]>([
    ['a stranger’s email and phone', { contact: { email, phone }, consents: [consentOf(), mailConsent] }],
    ['a stranger’s email alone', { consents: [mailConsent] }],
    [
      'the phone of somebody known by a link',
      { decision: knownByLink, identity: identityOf(evidenceOf()), contact: { phone }, consents: [consentOf()] },
    ],
    [
      'the consent of a customer logged in',
      {
        decision: { ask: 'consent', reason: 'known-needs-consent' },
        identity: declared,
        contact: { phone },
        consents: [consentOf()],
        replacesConsent: idOf(77),
      },
    ],
    ['the email that settles a dispute', { identity: disputed, decision: { ask: 'email+phone', reason: 'disputed' } }],
    ['the second attempt after a 409', { follows: idOf(2), contact: { email, phone }, consents: [consentOf()] }],
    ['a browser that tells nothing of itself', { visitor: { languages: [], timeZone: '', utcOffset: 0, gpc: true } }],
    ['an address that cannot be read', { page: { ...page, url: 'not an address', referrer: 'nor this' } }],
    [
      'a page with an endless address, come from an endless campaign',
      {
        page: { ...page, url: `https://shop.example.com/${'a'.repeat(9_000)}` },
        arrivedAt: `https://shop.example.com/?utm_campaign=${'b'.repeat(9_000)}&utm_id=1`,
      },
    ],
    ['a store and a signup with endless names', { store: 's'.repeat(9_000), signup: 'i'.repeat(9_000) }],
    [
      'more set aside than anybody needs',
      { identity: { ...identityOf(), setAside: Array.from({ length: 90 }, () => setAside('outranked')) } },
    ],
  ])('for %s', (_what, parts) => {
    const submission = make(parts);
    isSubmission(JSON.parse(JSON.stringify(submission)));
    expect(isSubmission.errors ?? []).toEqual([]);
  });
});

describe('a phone goes only with its own granted consent', () => {
  test.each<[string, PayloadParts['consents'], string | undefined]>([
    ['with it', [consentOf()], phone],
    ['without any', [], undefined],
    ['with one that was refused', [consentOf({ granted: false })], undefined],
    ['with one for another number', [consentOf({ to: otherPhone })], undefined],
    ['with one for email', [mailConsent], undefined],
  ])('%s', (_how, consents, sent) => {
    expect(make({ contact: { email, phone }, consents }).contact.phone).toBe(sent);
  });

  test('a number whose box is unticked is nowhere in the submission', () => {
    const refused = [consentOf({ granted: false }), mailConsent];
    const body = JSON.stringify(make({ contact: { email, phone }, consents: refused, replacesConsent: idOf(77) }));
    expect(body).not.toContain('7700900982');
    expect(body).not.toContain('replaces');
  });

  test('an unticked box for email is recorded as unticked', () => {
    const refused = { ...mailConsent, granted: false };
    expect(make({ consents: [refused] }).consents).toEqual([refused]);
  });
});

test('long names are cut, and others stay as they are', () => {
  const long = make({ store: 's'.repeat(101), signup: 'i'.repeat(61) });
  expect([long.store, long.widget.signup]).toEqual(['s'.repeat(100), 'i'.repeat(60)]);
  const short = make({ store: 'harbor-coffee', signup: 'footer' });
  expect([short.store, short.widget.signup]).toEqual(['harbor-coffee', 'footer']);
});

test('the submission refers to the consent that a new number replaces', () => {
  const parts = { contact: { phone }, consents: [consentOf()], replacesConsent: idOf(77) };
  expect(make(parts).replaces).toEqual({ consentId: idOf(77) });
});

describe('the identity', () => {
  test('has the identifiers of the winning claim, without how they are compared', () => {
    expect(make({ identity: identityOf(evidenceOf({ value: 'token', key: 'subject' })) }).identity).toEqual({
      certainty: 'claimed',
      identifiers: [
        {
          field: 'profile',
          issuer: 'own',
          value: 'token',
          source: 'link',
          strength: 'token',
          observedAt: '2026-01-31T12:00:00.000Z',
        },
      ],
      setAside: [],
    });
  });

  test('says what was set aside and why, without its value', () => {
    const evidence = evidenceOf({ value: 'hers-not-yours', source: 'cookie' });
    const submission = make({ identity: { ...identityOf(), setAside: [{ evidence, why: 'outranked' }] } });
    expect(submission.identity.setAside).toEqual([
      { field: 'profile', issuer: 'own', source: 'cookie', why: 'outranked' },
    ]);
    expect(JSON.stringify(submission)).not.toContain('hers-not-yours');
  });

  test('has no typed email, which is contact data', () => {
    const typed = evidenceOf({ field: 'email', issuer: 'form', value: email, source: 'form', strength: 'clear' });
    const { identity, contact } = make({ identity: { ...identityOf(typed), certainty: 'declared' } });
    expect([identity.certainty, identity.identifiers, contact.email]).toEqual(['declared', [], email]);
  });
});

describe('the page', () => {
  test('has a query reduced to harmless parameters, and the campaign of the arrival', () => {
    const submission = make({ arrivedAt: 'https://shop.example.com/?utm_medium=sms&ha_id=secret' });
    expect(submission.page).toEqual({
      url: 'https://shop.example.com/p/1?utm_source=mail',
      utm: { medium: 'sms' },
      timeZone: 'Europe/London',
      utcOffset: 0,
      storage: 'open',
    });
  });

  test.each([
    ['https://search.example.com/results?q=penny', 'https://search.example.com'],
    ['', undefined],
    ['about:client', undefined],
  ])('from %o has the origin %o at most', (referrer, origin) => {
    expect(make({ page: { ...page, referrer } }).page.referrerOrigin).toBe(origin);
  });
});

describe('the signs of a bot', () => {
  test.each<[string, Partial<PayloadParts>, object]>([
    ['how long the form took', { filledIn: 8_000.4 }, { filledIn: 8_000 }],
    ['not what a clock that was set back makes of it', { filledIn: -5 }, {}],
    ['what stood in the field that nobody sees, in short', { honeypot: 'x'.repeat(999) }, { trap: 'x'.repeat(200) }],
    ['nothing where it is empty', { honeypot: '' }, {}],
    ['by which options', { config: '5d41402abc4b' }, { config: '5d41402abc4b' }],
  ])('are recorded: %s', (_what, parts, told) => {
    const { version, signup, gpc, ...rest } = make(parts).widget;
    expect([rest, typeof version, typeof signup, gpc]).toEqual([told, 'string', 'string', false]);
  });
});

describe('the number as it was typed', () => {
  const consents = [consentOf()];

  test.each([
    ['stands beside the one that was understood', '07700 900982', '07700 900982'],
    ['is left out where it is the same', phone, undefined],
    ['is cut', '0'.repeat(999), '0'.repeat(100)],
  ])('%s', (_title, typedPhone, told) => {
    expect(make({ contact: { phone, typedPhone }, consents }).contact.typedPhone).toBe(told);
  });

  test('is not sent where its box is not ticked', () => {
    const unticked = [consentOf({ granted: false })];
    expect(make({ contact: { email, phone, typedPhone: '07700 900982' }, consents: unticked }).contact).toEqual({
      email,
    });
  });
});
