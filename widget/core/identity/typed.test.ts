import { expect, test } from 'vitest';
import { byLogin, identityOf, inLink, inShort, now, rules } from '../test/evidence.ts';
import { resolve } from './resolve.ts';
import { typedEvidence } from './typed.ts';

const email = 'penny@example.com';
const asked = { ask: 'email+phone', reason: 'unknown' } as const;
const needsEmail = { ask: 'email', reason: 'known-needs-email' } as const;
const nobody = identityOf([]);
const byText = identityOf([inLink('sms-token')]);

test('a typed email is a claim of its own, and outranks link and login', () => {
  const evidence = [
    ...typedEvidence(email, asked, nobody, now),
    inLink('token-1'),
    byLogin('email', 'rosa@example.com'),
  ];
  expect(inShort(resolve(evidence, rules()))).toEqual({
    certainty: 'declared',
    used: [email],
    setAside: { 'token-1': 'outranked', 'rosa@example.com': 'outranked' },
  });
});

test('a typed claim has the time of typing, and no more than the email', () => {
  expect(typedEvidence(email, asked, nobody, now)).toMatchObject([{ field: 'email', source: 'form', observedAt: now }]);
});

test.each([undefined, ''])('without a typed email (%j) there is no typed claim, even with a typed phone', (none) => {
  expect(typedEvidence(none, { ask: 'phone', reason: 'known-needs-phone' }, byText, now)).toEqual([]);
});

test('a visitor who is known by phone alone adds the email to that account', () => {
  const evidence = typedEvidence(email, needsEmail, byText, now);
  expect(inShort(resolve([...evidence, inLink('sms-token')], rules())).used).toEqual(['sms-token']);
});

test.each([
  ['a login', byLogin('email', 'rosa@example.com')],
  ['a link', inLink('rosa@example.com', { field: 'email', strength: 'clear' })],
])('a visitor known by the email of %s makes a claim of their own, which may be another person’s', (_whose, known) => {
  const opened = identityOf([inLink('sms-token', { claim: known.claim }), known]);
  const evidence = [...typedEvidence(email, needsEmail, opened, now), ...opened.evidence];
  expect(inShort(resolve(evidence, rules({ trust: ['clear'] }))).used).toEqual([email]);
});

test('an email that was set aside does not count as known', () => {
  const opened = identityOf([inLink('sms-token')], {
    setAside: [{ evidence: inLink('rosa@example.com', { field: 'email' }), why: 'untrusted' }],
  });
  expect(typedEvidence(email, needsEmail, opened, now)).toEqual([]);
});

test('an email that is asked for another reason is never added to somebody else’s account', () => {
  const evidence = typedEvidence(email, { ask: 'email', reason: 'unsubscribed' }, byText, now);
  expect(inShort(resolve([...evidence, inLink('sms-token')], rules())).used).toEqual([email]);
});
