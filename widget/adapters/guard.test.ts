import { describe, expect, test } from 'vitest';
import { guard } from './guard.ts';
import { consentFor, email, identifierOf, otherPhone, phone, sampleSubmission } from './sample.ts';

const linksBy = ['email', 'phone', 'acme'];
const ofPage = (field: 'email' | 'phone', value: string) =>
  identifierOf('own', { field, value, source: 'page', strength: 'proof' });

test('the guard leaves permitted members as they are', () => {
  const submission = sampleSubmission();
  expect(guard(submission, { linksBy })).toEqual({
    submission,
    granted: { sms: submission.consents[0], email: submission.consents[1] },
    needsBoth: false,
  });
});

describe('a number', () => {
  test.each([
    ['without a consent', []],
    ['with an unticked box', [consentFor('sms', phone, { granted: false })]],
    ['with consent for another', [consentFor('sms', otherPhone)]],
    ['with the email’s consent', [consentFor('email', phone)]],
  ])('%s is not passed on', (_what, consents) => {
    const guarded = guard(sampleSubmission({ consents }), { linksBy });
    expect(guarded.granted).toEqual({});
    expect(guarded.submission.contact).toEqual({ email });
    expect(JSON.stringify(guarded.submission)).not.toContain(phone);
  });

  test('that the page knows is passed on only with its consent', () => {
    const identity = { certainty: 'declared' as const, identifiers: [ofPage('phone', phone)], setAside: [] };
    const without = guard(sampleSubmission({ identity, contact: { email }, consents: [] }), { linksBy });
    expect(without.submission.identity.identifiers).toEqual([]);
    expect(guard(sampleSubmission({ identity }), { linksBy }).submission.identity).toEqual(identity);
  });

  test('that alone identifies the visitor and may not be passed on makes both be asked for', () => {
    const identity = { certainty: 'declared' as const, identifiers: [ofPage('phone', phone)], setAside: [] };
    const about = { ask: { kind: 'email' as const, reason: 'known-needs-email' }, identity, contact: { email } };
    expect(guard(sampleSubmission({ ...about, consents: [] }), { linksBy }).needsBoth).toBe(true);
    expect(
      guard(sampleSubmission({ ...about, identity: { ...identity, identifiers: [] } }), { linksBy }).needsBoth,
    ).toBe(false);
  });
});

describe('identifiers', () => {
  const identifiers = [identifierOf('acme'), identifierOf('elsewhere'), ofPage('email', email)];

  test('are only those that the adapter links by', () => {
    const identity = { certainty: 'claimed' as const, identifiers, setAside: [] };
    const { submission } = guard(sampleSubmission({ identity }), { linksBy });
    expect(submission.identity.identifiers.map((i) => i.issuer)).toEqual(['acme', 'own']);
  });

  test('are left out where identity is disputed', () => {
    const identity = { certainty: 'disputed' as const, identifiers, setAside: [] };
    expect(guard(sampleSubmission({ identity }), { linksBy }).submission.identity.identifiers).toEqual([]);
  });
});

test('a consent may be for the page’s own email', () => {
  const identity = { certainty: 'declared' as const, identifiers: [ofPage('email', email)], setAside: [] };
  const { granted } = guard(sampleSubmission({ identity, contact: { phone } }), { linksBy });
  expect(Object.keys(granted).sort()).toEqual(['email', 'sms']);
});
