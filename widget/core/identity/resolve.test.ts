import { describe, expect, test } from 'vitest';
import { byLogin, earlier, inCookie, inLink, inMemory, inShort, rules, seenBefore, typed } from '../test/evidence.ts';
import type { Evidence, SetAsideReason } from './evidence.ts';
import { type ResolveRules, resolve } from './resolve.ts';

const token = { issuer: 'news' } as const;
const emailInLink = inLink('penny@example.com', { field: 'email', issuer: 'news', strength: 'clear' });
const short = (evidence: readonly Evidence[], change: Partial<ResolveRules> = {}) =>
  inShort(resolve(evidence, rules(change)));

describe('the highest claim wins as a whole', () => {
  test('and no evidence identifies nobody', () => {
    expect(resolve([], rules())).toEqual({ certainty: 'none', evidence: [], setAside: [], isRemembered: false });
  });

  test.each([
    ['what is typed over the login', typed('high'), byLogin('email', 'low'), 'declared'],
    ['the login over the link', byLogin('email', 'high'), inLink('low'), 'declared'],
    ['the link over the cookie', inLink('high'), inCookie('low', token), 'claimed'],
  ])('%s, however old', (_which, high, low, certainty) => {
    expect(short([low, { ...high, observedAt: earlier }])).toEqual({
      certainty,
      used: ['high'],
      setAside: { low: 'outranked' },
    });
  });

  test('with all that it carried', () => {
    const claim = [byLogin('email', 'penny@example.com'), byLogin('phone', '+447700900001')];
    expect(resolve([inLink('token-1'), ...claim], rules()).evidence).toEqual(claim);
  });

  test('and no field of a losing claim fills a gap', () => {
    const phoneInCookie = inCookie('+447700900001', { field: 'phone', issuer: 'news', strength: 'clear' });
    expect(short([inLink('token-1'), phoneInCookie, inMemory('token-2', token)], { trust: ['clear'] })).toEqual({
      certainty: 'claimed',
      used: ['token-1'],
      setAside: { '+447700900001': 'outranked', 'token-2': 'outranked' },
    });
  });

  test('and of two cookies the one seen last wins', () => {
    const identity = short([seenBefore('old', token), inCookie('new')]);
    expect(identity).toEqual({ certainty: 'claimed', used: ['new'], setAside: { old: 'outranked' } });
  });

  test('and an unusable claim gives way to the next', () => {
    expect(short([byLogin('profile', 'customer-7'), inLink('token-1')])).toEqual({
      certainty: 'claimed',
      used: ['token-1'],
      setAside: { 'customer-7': 'unlinkable' },
    });
  });
});

describe('comparable identifiers that differ', () => {
  test('dispute who the visitor is, so both are set aside', () => {
    expect(short([inLink('penny'), inMemory('rosa')])).toEqual({
      certainty: 'disputed',
      used: [],
      setAside: { penny: 'disputed', rosa: 'disputed' },
    });
  });

  test('set everything else aside, too', () => {
    const identity = short([inLink('penny'), inMemory('rosa'), inLink('n-1', token)]);
    expect(identity).toMatchObject({ certainty: 'disputed', used: [] });
    expect(identity.setAside).toHaveProperty('n-1', 'disputed');
  });

  test.each([
    ['not trusted', { strength: 'guessable' as const }, 'untrusted'],
    ['of another platform', { issuer: 'elsewhere' }, 'unlinkable'],
  ])('dispute identity even where they are %s and identify nobody', (_what, change, why) => {
    const identity = short([inLink('penny', change), inMemory('rosa', change)]);
    expect(identity).toEqual({ certainty: 'disputed', used: [], setAside: { penny: why, rosa: why } });
  });

  test.each([
    ['the login', byLogin('email', 'ade@example.com')],
    ['a typed email', typed('ade@example.com')],
  ])('are settled by %s', (_what, settling) => {
    expect(short([inLink('penny'), inMemory('rosa'), settling])).toEqual({
      certainty: 'declared',
      used: ['ade@example.com'],
      setAside: { penny: 'outranked', rosa: 'outranked' },
    });
  });
});

describe('different identifiers do not dispute identity', () => {
  test.each<[string, Evidence, Evidence]>([
    ['of two issuers', inLink('a'), inMemory('b', token)],
    ['of two fields', emailInLink, inMemory('b', token)],
    ['of an unstable issuer', inLink('a', { isStable: false }), inMemory('b', { isStable: false })],
    ['of which one is not stable', inLink('a'), inMemory('b', { isStable: false })],
    ['minted anew for the same person', inLink('a', { key: 'penny' }), seenBefore('b', { key: 'penny' })],
  ])('when they are %s, and the higher source wins', (_which, high, low) => {
    expect(short([low, high], { trust: ['clear'] })).toEqual({
      certainty: 'claimed',
      used: [high.value],
      setAside: { [low.value]: 'outranked' },
    });
  });

  test('when they came in one claim', () => {
    expect(short([inLink('a'), inLink('b')])).toMatchObject({ certainty: 'claimed', used: ['a', 'b'] });
  });

  test('when memory saw both acknowledged for one person', () => {
    const memory = [inMemory('a'), inMemory('b')];
    expect(resolve([inLink('a'), inCookie('b'), ...memory], rules())).toMatchObject({
      certainty: 'claimed',
      evidence: [inLink('a')],
      isRemembered: true,
    });
  });

  test('but do when memory saw only one of them acknowledged', () => {
    expect(short([inLink('a'), inCookie('b'), inMemory('a')]).certainty).toBe('disputed');
    expect(short([inLink('a'), inCookie('b'), inMemory('b')]).certainty).toBe('disputed');
  });
});

describe('evidence is set aside', () => {
  const others: readonly [SetAsideReason, Evidence, Partial<ResolveRules>?][] = [
    ['anonymous', inLink('x', { strength: 'anonymous' })],
    ['shared-link', inLink('x', { isShared: true })],
    ['refused', inLink('x'), { refusal: () => 'refused' }],
    ['unchecked', inLink('x'), { refusal: () => 'unchecked' }],
    ['untrusted', inLink('x', { strength: 'guessable' })],
    ['untrusted', { ...emailInLink, value: 'x', key: 'x' }],
    ['unlinkable', inLink('x', { issuer: 'elsewhere' })],
    ['unlinkable', byLogin('profile', 'x')],
    ['unlinkable', byLogin('email', 'x'), { linksBy: ['own', 'phone'] }],
    ['unlinkable', byLogin('phone', 'x'), { linksBy: ['own', 'email'] }],
  ];

  test.each(others)('as %s, and identifies nobody', (why, piece, change) => {
    expect(short([piece], change)).toEqual({ certainty: 'none', used: [], setAside: { x: why } });
  });

  test.each(['anonymous', 'shared-link', 'refused', 'unchecked'])('as %s, and disputes nothing', (why) => {
    const row = others.find(([reason]) => reason === why);
    const refusal = (e: Evidence) => (e.value === 'x' ? row?.[2]?.refusal?.(e) : undefined);
    const identity = short([row?.[1] ?? inLink('x'), inMemory('penny')], { refusal });
    expect(identity).toEqual({ certainty: 'claimed', used: ['penny'], setAside: { x: why } });
  });

  test('by itself, and the rest of its claim counts', () => {
    const identity = short([inLink('penny'), inLink('n-1', { issuer: 'elsewhere' })]);
    expect(identity).toEqual({ certainty: 'claimed', used: ['penny'], setAside: { 'n-1': 'unlinkable' } });
  });
});

describe('a visitor is known by', () => {
  test.each(['guessable', 'clear'] as const)('a %s identifier where the owner trusts it', (strength) => {
    expect(short([inLink('x', { strength })], { trust: [strength] }).used).toEqual(['x']);
  });

  test('a proof of the page or a token, without the owner’s trust', () => {
    expect(short([byLogin('email', 'penny@example.com')]).certainty).toBe('declared');
    expect(short([inLink('token-1')]).certainty).toBe('claimed');
  });

  test('a proof or a typed email, though the same value was refused before', () => {
    const refusal = () => 'refused' as const;
    expect(short([byLogin('email', 'penny@example.com')], { refusal }).used).toEqual(['penny@example.com']);
    expect(short([typed('penny@example.com')], { refusal }).used).toEqual(['penny@example.com']);
  });

  test('a typed email, whatever the collector links by', () => {
    expect(short([typed('penny@example.com')], { linksBy: [] }).used).toEqual(['penny@example.com']);
  });

  test.each(['refused', 'unchecked'] as const)('nothing of a claim that has a %s identifier', (why) => {
    const refusal = (e: Evidence) => (e.key === 'penny' ? why : undefined);
    const link = [inLink('penny'), inLink('n-1', { issuer: 'news' })];
    expect(short([...link, inCookie('rosa', { issuer: 'news' })], { refusal })).toMatchObject({
      used: ['rosa'],
      setAside: { penny: why, 'n-1': why },
    });
  });

  test('another identifier than the refused one', () => {
    const refusal = (e: Evidence) => (e.key === 'penny' ? ('refused' as const) : undefined);
    expect(short([inLink('token-9', { key: 'penny' }), inMemory('rosa')], { refusal })).toEqual({
      certainty: 'claimed',
      used: ['rosa'],
      setAside: { 'token-9': 'refused' },
    });
  });
});

describe('a strength that only the page may give', () => {
  const forged = { strength: 'proof' as const };

  test.each([
    ['link', inLink('x', forged)],
    ['cookie', inCookie('x', forged)],
    ['memory', inMemory('x', forged)],
  ])('identifies nobody when a %s claims it', (_source, piece) => {
    expect(short([piece])).toEqual({ certainty: 'none', used: [], setAside: { x: 'untrusted' } });
  });

  test('does not protect an identifier from being refused', () => {
    const refusal = () => 'refused' as const;
    expect(short([inLink('x', forged)], { refusal }).setAside).toEqual({ x: 'refused' });
  });

  test('is the page’s by its source, whatever the evidence says', () => {
    const page = byLogin('email', 'penny@example.com', { strength: 'guessable' });
    expect(short([page], { refusal: () => 'refused' })).toMatchObject({ certainty: 'declared', used: [page.value] });
  });
});

describe('the winner is the remembered person', () => {
  const isRemembered = (...evidence: Evidence[]) => resolve(evidence, rules()).isRemembered;

  test('when memory’s own claim wins, or a claim with an identifier that memory saw', () => {
    expect(isRemembered(inMemory('penny'))).toBe(true);
    expect(isRemembered(inLink('minted-anew', { key: 'penny' }), inMemory('penny'))).toBe(true);
    expect(isRemembered(inLink('n-1', token), inLink('penny'), inMemory('penny'))).toBe(true);
  });

  test.each([
    ['merely seen', [seenBefore('penny')]],
    ['another one', [inLink('n-1', token), inMemory('penny')]],
    ['the same text of another issuer', [inLink('penny', token), inMemory('penny')]],
    ['disputed', [inLink('rosa'), inMemory('penny')]],
    ['typed', [typed('penny@example.com'), inMemory('penny')]],
  ])('but not when it is %s', (_what, evidence) => {
    expect(isRemembered(...evidence)).toBe(false);
  });
});

describe('a receipt’s token is sealed, and cannot be compared', () => {
  const receipt = (name = 'sealed.1') => inMemory(name);
  const remembers = (evidence: readonly Evidence[]) => resolve(evidence, rules()).isRemembered;

  test.each([
    ['the link of a mail', 'mailed.penny', 'sealed.1'],
    ['the link of a mail, beside a receipt of an earlier version', 'mailed.penny', 'penny'],
    ['an owner’s own link', 'penny', 'sealed.1'],
    ['another receipt', 'sealed.2', 'sealed.1'],
  ])('%s was taken for another person than the remembered one', (_what, link, remembered) => {
    expect(short([inLink(link), receipt(remembered)])).toMatchObject({ certainty: 'claimed', used: [link] });
    expect(remembers([inLink(link), receipt(remembered)])).toBe(true);
  });

  test('the links of two people’s mails still contradict each other, whatever receipt is beside them', () => {
    const evidence = [inLink('mailed.penny'), receipt(), inMemory('mailed.rosa')];
    expect(short(evidence)).toMatchObject({ certainty: 'disputed', used: [] });
    expect(remembers(evidence)).toBe(false);
  });

  test('the links of one person’s mails are one person', () => {
    const evidence = [inLink('mailed.penny'), receipt(), inMemory('mailed.penny')];
    expect(remembers(evidence)).toBe(true);
  });
});
