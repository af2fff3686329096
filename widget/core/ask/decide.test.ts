import { describe, expect, test } from 'vitest';
import { byLogin, evidence, identityOf, setAsideAs } from '../test/evidence.ts';
import {
  disputed,
  type FactsChange,
  factsOf,
  fromMail,
  loggedIn,
  loggedInWithNumber,
  returning,
} from '../test/facts.ts';
import { askTable, decide, needsOf } from './decide.ts';
import type { Ask, Reason } from './reasons.ts';
import { weigh } from './weigh.ts';

const all = { email: true, sms: true };
const opaqueIdIsNobodys = { known: false } as const;

const rows: readonly [who: string, facts: FactsChange, ask: Ask, reason: Reason][] = [
  ['anybody, on a broken installation', { isMisconfigured: true }, 'nothing', 'misconfigured'],
  ['anybody, while sign-ups are paused', { isPaused: true }, 'nothing', 'paused'],
  ['anybody, on a page left out', { isTargeted: false }, 'nothing', 'not-targeted'],
  ['somebody who closed it', { isDismissed: true }, 'nothing', 'dismissed'],
  ['somebody who saw it often', { isCapped: true }, 'nothing', 'frequency-cap'],
  ['somebody who pressed "Not you?"', { isRefused: true }, 'email+phone', 'not-you'],
  ['one of two people', { identity: disputed }, 'email+phone', 'disputed'],
  ['a subscriber by memory', { identity: returning, remembered: all }, 'nothing', 'already-subscribed'],
  ['a subscriber by the page', { identity: loggedIn, pageSubscribed: all }, 'nothing', 'already-subscribed'],
  ['a subscriber by the link', { identity: fromMail, hintSubscribed: all }, 'nothing', 'already-subscribed'],
  [
    'a subscriber by the lookup',
    { identity: loggedIn, lookup: { known: true, email: 'subscribed', sms: 'subscribed' } },
    'nothing',
    'already-subscribed',
  ],
  [
    'a subscriber, each channel by another word',
    { identity: loggedIn, pageSubscribed: { email: true }, lookup: { known: true, sms: 'subscribed' } },
    'nothing',
    'already-subscribed',
  ],
  [
    'somebody who said STOP and has the emails',
    { identity: loggedIn, lookup: { known: true, email: 'subscribed', sms: 'unsubscribed' } },
    'nothing',
    'unsubscribed',
  ],
  [
    'somebody who said STOP and was never asked for the email',
    { identity: loggedIn, lookup: { known: true, email: 'never', sms: 'unsubscribed' } },
    'email',
    'unsubscribed',
  ],
  [
    'somebody from a mail who said STOP, and whose email the store may not write to',
    { identity: fromMail, lookup: { known: true, email: 'never', sms: 'unsubscribed' } },
    'email',
    'unsubscribed',
  ],
  [
    'somebody from a mail who said STOP, and of whose email nothing is said: they get mail',
    { identity: fromMail, lookup: { known: true, sms: 'unsubscribed' } },
    'nothing',
    'unsubscribed',
  ],
  [
    'somebody who said STOP to both',
    { identity: loggedIn, lookup: { known: true, email: 'unsubscribed', sms: 'unsubscribed' } },
    'nothing',
    'unsubscribed',
  ],
  ['somebody whose answer is open', { isAskedLately: true }, 'nothing', 'asked-lately'],
  ['somebody who signed up a few days ago', { isSignedUpLately: true }, 'nothing', 'signed-up-lately'],
  [
    'somebody who did, and whose consent was lost since',
    { identity: fromMail, isSignedUpLately: true, lookup: { known: true, sms: 'lost' } },
    'phone',
    'consent-lost',
  ],
  [
    'a known visitor of a store that always asks',
    { identity: fromMail, store: { ask: 'always-email' } },
    'email+phone',
    'policy-always-email',
  ],
  ['a customer whose number the page passes', { identity: loggedInWithNumber }, 'consent', 'known-needs-consent'],
  [
    'a customer of whom the page passes the number alone',
    { identity: identityOf([byLogin('phone', '+447700900001')]) },
    'consent',
    'known-needs-consent',
  ],
  [
    'somebody whose number a link carries: it is not the page’s word',
    { identity: identityOf([evidence('+447700900001', { field: 'phone', strength: 'clear' })]) },
    'phone',
    'known-needs-phone',
  ],
  [
    'somebody whose consent was lost',
    { identity: fromMail, lookup: { known: true, sms: 'lost' } },
    'phone',
    'consent-lost',
  ],
  ['somebody from a text message', { identity: fromMail, cameByText: true }, 'email', 'known-needs-email'],
  [
    'somebody subscribed to texts, whose email the store may not write to',
    { identity: fromMail, lookup: { known: true, email: 'never', sms: 'subscribed' } },
    'email',
    'known-needs-email',
  ],
  ['somebody from a mail', { identity: fromMail }, 'phone', 'known-needs-phone'],
  ['somebody the cookie knows', { identity: returning }, 'phone', 'known-needs-phone'],
  ['somebody logged in', { identity: loggedIn }, 'phone', 'known-needs-phone'],
  ['somebody from a public link', { identity: setAsideAs('shared-link') }, 'email+phone', 'shared-link'],
  ['an id of another platform', { identity: setAsideAs('unlinkable') }, 'email+phone', 'unlinkable'],
  ['an id that the owner does not trust', { identity: setAsideAs('untrusted') }, 'email+phone', 'unlinkable'],
  ['a sign-up without an id', { hasSignedUp: true }, 'email+phone', 'unlinkable'],
  ['an id that nobody has on file', { identity: fromMail, lookup: opaqueIdIsNobodys }, 'email+phone', 'unlinkable'],
  ['a stranger', {}, 'email+phone', 'unknown'],
];

describe('the ask table', () => {
  test.each(rows)('row %s decides as expected', (_who, facts, ask, reason) => {
    expect(decide(factsOf(facts))).toEqual({ ask, reason });
  });

  test('has a test for every row, and no reason twice', () => {
    const reasons = askTable.map((row) => row.reason);
    expect(new Set(rows.map(([, , , reason]) => reason))).toEqual(new Set(reasons));
    expect(reasons).toHaveLength(new Set(reasons).size);
  });

  test('ends with a row that fits everybody', () => {
    const needs = { isKnown: false, email: false, phone: false };
    expect(askTable.at(-1)?.fits(factsOf(), needs)).toBe(true);
  });
});

describe('what a lookup does not know', () => {
  const nobodys = (identity: FactsChange['identity']) =>
    decide(factsOf({ ...(identity ? { identity } : {}), lookup: opaqueIdIsNobodys }));

  test('identifies nobody when it is an opaque id of the link or the page', () => {
    const stranger = { ask: 'email+phone', reason: 'unlinkable' };
    expect(nobodys(fromMail)).toEqual(stranger);
    expect(nobodys(identityOf([byLogin('profile', 'customer-7')]))).toEqual(stranger);
  });

  test.each<[string, FactsChange['identity'], Ask, Reason]>([
    ['an email of the page', loggedIn, 'phone', 'known-needs-phone'],
    ['a number of the page', identityOf([byLogin('phone', '+447700900001')]), 'consent', 'known-needs-consent'],
    [
      'an email beside an opaque id',
      identityOf([byLogin('profile', 'customer-7'), byLogin('email', 'penny@example.com')]),
      'phone',
      'known-needs-phone',
    ],
    [
      'an email of the link that the owner trusts',
      identityOf([evidence('penny@example.com', { field: 'email', strength: 'clear' })]),
      'phone',
      'known-needs-phone',
    ],
  ])('can be written on file as it is when it is %s', (_what, identity, ask, reason) => {
    expect(nobodys(identity)).toEqual({ ask, reason });
  });
});

describe('arriving by a text message', () => {
  const byText = { identity: fromMail, cameByText: true };

  test.each<[string, FactsChange]>([
    ['the page', { pageSubscribed: { sms: true } }],
    ['the lookup', { lookup: { known: true, sms: 'subscribed' } }],
    ['memory, of the remembered person', { identity: returning, remembered: { sms: true } }],
  ])('adds no question where %s says that the number is subscribed', (_who, facts) => {
    expect(decide(factsOf({ ...byText, ...facts }))).toEqual({ ask: 'nothing', reason: 'already-subscribed' });
  });

  test.each<[string, FactsChange]>([
    ['the link says so too', { hintSubscribed: { sms: true } }],
    ['memory says so of another person', { remembered: { sms: true } }],
    ['the page says that it is not', { pageSubscribed: { sms: false } }],
    ['the lookup never saw the number', { lookup: { known: true, sms: 'never' } }],
  ])('counts as having a number on file where %s', (_why, facts) => {
    expect(decide(factsOf({ ...byText, ...facts }))).toEqual({ ask: 'email', reason: 'known-needs-email' });
  });
});

describe('the explained table', () => {
  const weighed = (change: FactsChange) => {
    const facts = factsOf(change);
    return weigh({ table: askTable, facts, needsOf });
  };

  test('has every row in order, with its ask', () => {
    expect(weighed({}).map(({ reason, ask }) => [reason, ask])).toEqual(askTable.map((row) => [row.reason, row.ask]));
  });

  test('says of each row whether it fits, not only of the first', () => {
    const fitting = weighed({ isDismissed: true, identity: fromMail, hasSignedUp: true }).filter(({ fits }) => fits);
    expect(fitting.map(({ reason }) => reason)).toEqual(['dismissed', 'known-needs-phone', 'unlinkable', 'unknown']);
  });

  test.each(rows)('has the deciding row as the first that fits: %s', (_who, facts, _ask, reason) => {
    expect(weighed(facts).find(({ fits }) => fits)?.reason).toBe(reason);
  });
});

describe('what the store collects', () => {
  const cases: readonly [who: string, facts: FactsChange, ask: Ask][] = [
    ['both, of a stranger', { store: { collect: 'both' } }, 'email+phone'],
    ['both, of a stranger, numbers alone allowed', { store: { collect: 'both', allowPhoneOnly: true } }, 'email+phone'],
    ['email, of a stranger', { store: { collect: 'email' } }, 'email'],
    ['phone, of a stranger', { store: { collect: 'phone' } }, 'email+phone'],
    ['phone, of a stranger, numbers alone allowed', { store: { collect: 'phone', allowPhoneOnly: true } }, 'phone'],
    ['phone, of somebody from a mail', { identity: fromMail, store: { collect: 'phone' } }, 'phone'],
    ['email, of somebody logged in', { identity: loggedIn, store: { collect: 'email' } }, 'email'],
    ['email, of somebody from a mail', { identity: fromMail, store: { collect: 'email' } }, 'nothing'],
    [
      'email, though the page passes the number',
      { identity: loggedInWithNumber, store: { collect: 'email' } },
      'email',
    ],
    ['phone, whose number the page passes', { identity: loggedInWithNumber, store: { collect: 'phone' } }, 'consent'],
    ['phone, from a text message', { identity: fromMail, cameByText: true, store: { collect: 'phone' } }, 'nothing'],
    ['email, disputed', { identity: disputed, store: { collect: 'email' } }, 'email'],
    ['email, from a public link', { identity: setAsideAs('shared-link'), store: { collect: 'email' } }, 'email'],
    ['email, always asking', { store: { collect: 'email', ask: 'always-email' } }, 'email'],
    [
      'phone, subscribed to texts',
      { identity: loggedIn, pageSubscribed: { sms: true }, store: { collect: 'phone' } },
      'nothing',
    ],
    [
      'email, subscribed to mails',
      { identity: loggedIn, pageSubscribed: { email: true }, store: { collect: 'email' } },
      'nothing',
    ],
  ];

  test.each(cases)('limits the ask: %s', (_who, facts, ask) => {
    expect(decide(factsOf(facts)).ask).toBe(ask);
  });

  test('ignores a STOP to texts for a store that collects emails alone', () => {
    const lookup = { known: true, email: 'never', sms: 'unsubscribed' } as const;
    const facts = factsOf({ identity: loggedIn, lookup, store: { collect: 'email' } });
    expect(decide(facts)).toEqual({ ask: 'email', reason: 'known-needs-email' });
  });
});

describe('the host’s own open()', () => {
  const stranger = { ask: 'email+phone', reason: 'unknown' };

  test.each<[Reason, FactsChange]>([
    ['not-targeted', { isTargeted: false }],
    ['dismissed', { isDismissed: true }],
    ['frequency-cap', { isCapped: true }],
    ['signed-up-lately', { isSignedUpLately: true }],
  ])('skips %s', (reason, facts) => {
    expect(decide(factsOf(facts)).reason).toBe(reason);
    expect(decide(factsOf(facts), true)).toEqual(stranger);
  });

  test('skips no other row', () => {
    const skippable = ['not-targeted', 'dismissed', 'frequency-cap', 'signed-up-lately'];
    for (const [, facts, ask, reason] of rows.filter(([, , , r]) => !skippable.includes(r))) {
      expect(decide(factsOf(facts), true)).toEqual({ ask, reason });
    }
  });

  test('is decided by the identity row after the skipped ones', () => {
    const shy = { isTargeted: false, isDismissed: true, isCapped: true };
    const open = (facts: FactsChange) => decide(factsOf({ ...shy, ...facts }), true).reason;
    expect(open({ identity: disputed })).toBe('disputed');
    expect(open({ identity: returning, remembered: all })).toBe('already-subscribed');
  });
});
