import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceOf, idOf, submissionOf } from '../test/fixtures.ts';
import { askTable } from './ask/decide.ts';
import type { Ask } from './ask/reasons.ts';
import { explainEvidence, explainLast, explainMemory, sentence } from './explain.ts';
import { emptyMemory } from './memory/memory.ts';
import { readMemory } from './memory/read.ts';
import { toldId } from './submission/toldId.ts';
import { byLogin, identityOf, inLink, inMemory, now } from './test/evidence.ts';
import { consent, identifier, memoryOf, swapQuotes, today } from './test/memory.ts';

describe('the explanation’s sentence', () => {
  test.each(askTable.map((row) => row.reason))('says %s in one plain sentence of its own', (reason) => {
    const said = sentence('nothing', reason);
    expect(said).toMatch(/^Asks for nothing: [a-z][^.:]{10,}\.$/);
    const others = askTable.filter((row) => row.reason !== reason).map((row) => sentence('nothing', row.reason));
    expect(others).not.toContain(said);
  });

  test.each<[Ask, RegExp]>([
    ['phone', /^Asks for the phone number only: /],
    ['email', /^Asks for the email only: /],
    ['email+phone', /^Asks for email and phone number: /],
    ['consent', /^Asks only for consent to text the number on file: /],
    ['nothing', /^Asks for nothing: /],
  ])('begins with the ask: %s', (ask, beginning) => {
    expect(sentence(ask, 'unknown')).toMatch(beginning);
  });

  test('says until when the reason holds, where it ends', () => {
    expect(sentence('nothing', 'dismissed', '2026-03-02T23:30:00.000Z')).toBe(
      'Asks for nothing: the visitor closed it and the quiet period lasts, until 2 March 2026.',
    );
  });
});

describe('the explanation of evidence', () => {
  test('lists what was used, what was set aside and why, and what belongs together', () => {
    const identity = identityOf([byLogin('email', 'penny@example.com')], {
      setAside: [{ evidence: inLink('token-1'), why: 'outranked' }],
    });
    expect(explainEvidence(identity)).toEqual([
      { field: 'email', issuer: 'page', source: 'page', strength: 'proof', observedAt: now, claim: 'page' },
      {
        field: 'profile',
        issuer: 'own',
        source: 'link',
        strength: 'token',
        observedAt: now,
        claim: 'link',
        why: 'outranked',
      },
    ]);
  });

  test('is empty where there is no evidence', () => {
    expect(explainEvidence(identityOf([]))).toEqual([]);
  });

  test('never holds a value or the part of it that is compared', () => {
    // Marked, so that no value is found by chance in the words around it.
    const secret = fc.string({ unit: 'grapheme-ascii' }).map((text) => `§${text}§`);
    fc.assert(
      fc.property(secret, secret, (value, key) => {
        const pieces = [inLink(value, { key }), inMemory(value, { key }), byLogin('phone', value, { key })];
        const identity = identityOf(pieces, { setAside: pieces.map((evidence) => ({ evidence, why: 'refused' })) });
        expect(JSON.stringify(explainEvidence(identity))).not.toContain('§');
      }),
    );
  });
});

describe('the explanation of memory', () => {
  const iso = '2026-01-31T00:00:00.000Z';

  test('lists what memory holds, with times as dates', () => {
    const memory = memoryOf(
      {
        identifiers: [identifier('token-1', { has: { email: true, sms: false }, byText: true })],
        refused: ['a1b2c3', 'd4e5f6'],
        shown: 2,
        shownAt: today,
        dismissedAt: today,
        pausedUntil: today,
      },
      {
        identifiers: [identifier('token-2', { issuer: 'news' })],
        consents: [consent('c-1')],
        subscribed: { sms: true },
        emailTag: 'abcdef',
        signedUpAt: today,
        askedAt: today,
      },
    );
    const member = { field: 'profile', issuer: 'own', strength: 'token', at: iso };
    expect(explainMemory(memory)).toEqual({
      seen: {
        identifiers: [{ ...member, has: { email: true, sms: false }, byText: true }],
        refused: 2,
        shown: 2,
        shownAt: iso,
        dismissedAt: iso,
        pausedUntil: iso,
      },
      acknowledged: {
        identifiers: [{ ...member, issuer: 'news' }],
        consents: [{ channel: 'sms', at: iso }],
        subscribed: { sms: true },
        signedUpAt: iso,
        askedAt: iso,
      },
    });
  });

  test('has no time for a browser that remembers nothing', () => {
    expect(explainMemory(emptyMemory)).toEqual({
      seen: { identifiers: [], refused: 0, shown: 0 },
      acknowledged: { identifiers: [], consents: [], subscribed: {} },
    });
  });

  test('never holds an identifier, a fingerprint, a consent’s id or a newer version’s members', () => {
    const secret = '§secret§';
    const more = { value: secret, key: secret, email: secret };
    const content = {
      seen: {
        identifiers: [{ ...identifier(secret), ...more, has: { sms: true, ...more } }],
        refused: [secret],
        ...more,
      },
      acknowledged: {
        identifiers: [{ ...identifier(secret), ...more }],
        consents: [{ ...consent(secret), tag: secret, to: secret }],
        subscribed: more,
        emailTag: secret,
        ...more,
      },
    };
    const { memory } = readMemory(`2${swapQuotes(JSON.stringify(content))}`, today);
    expect(memory.acknowledged.identifiers).toHaveLength(1);
    const explained = explainMemory(memory);
    expect(JSON.stringify(explained)).not.toContain(secret);
    expect(explained.acknowledged).toMatchObject({ consents: [{ channel: 'sms' }], subscribed: { email: true } });
  });

  test('works for any cookie', () => {
    const cookies = fc
      .record({ seen: fc.anything(), acknowledged: fc.record({ consents: fc.array(fc.anything()) }) })
      .map((content) => `1${swapQuotes(JSON.stringify(content))}`);
    fc.assert(
      fc.property(cookies, (text) => {
        expect(explainMemory(readMemory(text, today).memory)).toHaveProperty('acknowledged.consents');
      }),
    );
  });
});

describe('the explanation of the last submission', () => {
  const { field, issuer, value, source, strength, observedAt } = evidenceOf({ value: 'penny-1' });
  const submission = submissionOf({
    id: idOf(7),
    identity: {
      certainty: 'claimed',
      identifiers: [{ field, issuer, value, source, strength, observedAt }],
      setAside: [],
    },
  });

  test('says what became of it, with masked values', () => {
    const receipt = { outcome: 'linked', identity: 'penny-2' } as const;
    const told = explainLast({ submission, result: 'linked', receipt });
    expect(told).toMatchObject({ id: toldId(idOf(7)), result: 'linked', receipt: { outcome: 'linked' } });
    expect(told.submission).toMatchObject({
      id: idOf(0),
      identity: { certainty: 'claimed', identifiers: [{ issuer }] },
    });
    expect(JSON.stringify(told)).not.toContain('penny');
  });

  test('has no receipt where none came', () => {
    expect(explainLast({ submission, result: 'waiting', receipt: undefined })).not.toHaveProperty('receipt');
  });
});
