import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidence, identityOf, inMemory, setAsideAs } from '../test/evidence.ts';
import {
  disputed,
  type FactsChange,
  factsOf,
  fromMail,
  loggedIn,
  loggedInWithNumber,
  returning,
} from '../test/facts.ts';
import { askTable, decide, type Needs } from './decide.ts';
import type { Ask, Reason, Subscribed } from './reasons.ts';

const all = { email: true, sms: true };
const lost = { known: true, sms: 'lost' } as const;
const stopped = { known: true, sms: 'unsubscribed' } as const;
const fromMailAfterForum = { ...fromMail, setAside: setAsideAs('shared-link').setAside };
const bothSetAside = [...setAsideAs('shared-link').setAside, ...setAsideAs('unlinkable').setAside];

/** A visitor whom both of two neighbouring rows fit, and what takes away the earlier one. */
const pairs: readonly [earlier: Reason, later: Reason, both: FactsChange, without: FactsChange][] = [
  ['misconfigured', 'paused', { isMisconfigured: true, isPaused: true }, { isMisconfigured: false }],
  ['paused', 'not-targeted', { isPaused: true, isTargeted: false }, { isPaused: false }],
  ['not-targeted', 'dismissed', { isTargeted: false, isDismissed: true }, { isTargeted: true }],
  ['dismissed', 'frequency-cap', { isDismissed: true, isCapped: true }, { isDismissed: false }],
  ['frequency-cap', 'not-you', { isCapped: true, isRefused: true }, { isCapped: false }],
  ['not-you', 'disputed', { isRefused: true, identity: disputed }, { isRefused: false }],
  ['disputed', 'already-subscribed', { identity: disputed, remembered: all }, { identity: returning }],
  [
    'already-subscribed',
    'unsubscribed',
    { identity: fromMail, hintSubscribed: { sms: true }, lookup: stopped },
    { hintSubscribed: {} },
  ],
  ['unsubscribed', 'asked-lately', { identity: fromMail, lookup: stopped, isAskedLately: true }, { lookup: undefined }],
  ['asked-lately', 'signed-up-lately', { isAskedLately: true, isSignedUpLately: true }, { isAskedLately: false }],
  [
    'signed-up-lately',
    'policy-always-email',
    { isSignedUpLately: true, store: { ask: 'always-email' } },
    { isSignedUpLately: false },
  ],
  [
    'policy-always-email',
    'known-needs-consent',
    { identity: loggedInWithNumber, store: { ask: 'always-email' } },
    { store: {} },
  ],
  ['known-needs-consent', 'consent-lost', { identity: loggedInWithNumber, lookup: lost }, { identity: loggedIn }],
  ['known-needs-phone', 'shared-link', { identity: fromMailAfterForum }, { identity: setAsideAs('shared-link') }],
  [
    'shared-link',
    'unlinkable',
    { identity: identityOf([], { setAside: bothSetAside }) },
    { identity: setAsideAs('unlinkable') },
  ],
  ['unlinkable', 'unknown', { hasSignedUp: true }, { hasSignedUp: false }],
];

/** Neighbours that no visitor can fit both of. */
const exclusive: readonly [Reason, Reason][] = [
  ['consent-lost', 'known-needs-email'],
  ['known-needs-email', 'known-needs-phone'],
];

describe('of two neighbouring rows', () => {
  test.each(pairs)('%s wins over %s', (earlier, later, both, without) => {
    expect(decide(factsOf(both)).reason).toBe(earlier);
    expect(decide(factsOf({ ...both, ...without })).reason).toBe(later);
  });

  test.each(exclusive)('%s and %s never fit the same visitor', (earlier, later) => {
    const rowsOfTwo = askTable.filter((row) => row.reason === earlier || row.reason === later);
    const facts = factsOf({ identity: fromMail, lookup: lost });
    const everyNeed: Needs[] = [true, false].flatMap((isKnown) =>
      [true, false].flatMap((email) => [true, false].map((phone) => ({ isKnown, email, phone }))),
    );
    const both = everyNeed.filter((needs) => rowsOfTwo.every((row) => row.fits(facts, needs)));
    expect(rowsOfTwo).toHaveLength(2);
    expect(both).toEqual([]);
  });

  test('every pair of neighbours is tested', () => {
    const reasons = askTable.map((row) => row.reason);
    const neighbours = reasons.slice(1).map((later, i) => `${reasons[i]} before ${later}`);
    const tested = [...pairs, ...exclusive].map(([earlier, later]) => `${earlier} before ${later}`);
    expect(tested.sort()).toEqual(neighbours.sort());
  });
});

describe('memory of another person', () => {
  const another = identityOf([evidence('rosa-token')]);

  test('keeps the popup closed when it covers all that the store collects', () => {
    expect(decide(factsOf({ identity: another, remembered: all }))).toEqual({
      ask: 'nothing',
      reason: 'already-subscribed',
    });
    expect(decide(factsOf({ remembered: { sms: true }, store: { collect: 'phone' } })).ask).toBe('nothing');
  });

  test('never shortens the ask when it covers a part of it', () => {
    for (const remembered of [{ sms: true }, { email: true }]) {
      expect(decide(factsOf({ identity: another, remembered })).ask).toBe('phone');
      expect(decide(factsOf({ remembered })).ask).toBe('email+phone');
    }
  });

  test('does not keep the popup closed when identity is disputed, or somebody said "Not you?"', () => {
    expect(decide(factsOf({ identity: disputed, remembered: all })).ask).toBe('email+phone');
    expect(decide(factsOf({ identity: another, remembered: all, isRefused: true })).ask).toBe('email+phone');
  });
});

describe('a subscription hint', () => {
  const asked: Record<Ask, number> = { nothing: 0, consent: 1, phone: 1, email: 1, 'email+phone': 2 };
  const subscribed: fc.Arbitrary<Subscribed> = fc.record({ email: fc.boolean(), sms: fc.boolean() });
  const facts = fc.record({
    identity: fc.constantFrom(
      identityOf([]),
      fromMail,
      returning,
      loggedInWithNumber,
      disputed,
      setAsideAs('unlinkable'),
      identityOf([inMemory('rosa-token')]),
    ),
    isRefused: fc.boolean(),
    isAskedLately: fc.boolean(),
    hasSignedUp: fc.boolean(),
    cameByText: fc.boolean(),
    remembered: subscribed,
    lookup: fc.constantFrom(undefined, lost, stopped, { known: false }, { known: true, email: 'never' } as const),
    store: fc.record({
      collect: fc.constantFrom('both', 'email', 'phone'),
      ask: fc.constantFrom('when-needed', 'always-email'),
      allowPhoneOnly: fc.boolean(),
    }),
  }) as fc.Arbitrary<FactsChange>;

  test('of the link or the page never makes the visitor give more', () => {
    fc.assert(
      fc.property(facts, subscribed, subscribed, (change, hintSubscribed, pageSubscribed) => {
        const plain = decide(factsOf(change));
        const hinted = decide(factsOf({ ...change, hintSubscribed, pageSubscribed }));
        expect(asked[hinted.ask]).toBeLessThanOrEqual(asked[plain.ask]);
      }),
    );
  });

  test('identifies nobody: a stranger with a hint of texts is asked like any other', () => {
    const hints = { hintSubscribed: { sms: true }, pageSubscribed: { sms: true }, cameByText: true };
    expect(decide(factsOf(hints))).toEqual({ ask: 'email+phone', reason: 'unknown' });
    expect(decide(factsOf({ cameByText: true, store: { collect: 'phone' } })).ask).toBe('email+phone');
  });

  test('identifies nobody whom the id of a text message does not lead to', () => {
    const facts = factsOf({ identity: fromMail, cameByText: true, lookup: { known: false } });
    expect(decide(facts).ask).toBe('email+phone');
  });
});
