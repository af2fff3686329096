import { expect, test } from 'vitest';
import { resolve } from '../core/identity/resolve.ts';
import { byLogin, rules } from '../core/test/evidence.ts';
import { type PageValues, pageEvidence } from './pageEvidence.ts';
import { shopify } from './shopify.ts';

const loadedAt = '2026-01-31T11:59:00.000Z';
const pageOf = (values: Readonly<Record<string, string | number>>): PageValues => ({
  read: (path) => values[path],
  loadedAt,
});
const valuesOf = (values: Readonly<Record<string, string | number>>) =>
  pageEvidence([shopify], pageOf(values)).map((e) => e.value);

const st = '__st.cid';
const analytics = 'ShopifyAnalytics.meta.page.customerId';

test('the customer who is logged in is a proof of the page', () => {
  expect(pageEvidence([shopify], pageOf({ [st]: 7_001_002_003 }))).toEqual([
    {
      field: 'profile',
      issuer: 'shopify',
      value: '7001002003',
      key: '7001002003',
      source: 'page',
      strength: 'proof',
      isStable: true,
      observedAt: loadedAt,
      claim: 'page:shopify',
    },
  ]);
});

test.each<[string, Record<string, string | number>, string[]]>([
  ['a guest', {}, []],
  ['either place', { [analytics]: '7001002003' }, ['7001002003']],
  ['both places', { [st]: 7_001_002_003, [analytics]: '7001002003' }, ['7001002003']],
  ['two that differ', { [st]: 7_001_002_003, [analytics]: 7_001_002_004 }, []],
  ['one place and nonsense in the other', { [st]: 'guest', [analytics]: 7_001_002_004 }, ['7001002004']],
  ['nought', { [st]: 0 }, []],
  ['no number', { [st]: Number.NaN, [analytics]: Number.POSITIVE_INFINITY }, []],
  ['a fraction', { [st]: 1.5 }, []],
  ['a number too long to be exact', { [st]: 2 ** 60 }, []],
  ['a megabyte', { [st]: '1'.repeat(1_000_000) }, []],
])('%s', (_what, values, expected) => {
  expect(valuesOf(values)).toEqual(expected);
});

test('the host’s own statement wins, where the collector links by it', () => {
  const evidence = [...pageEvidence([shopify], pageOf({ [st]: 7 })), byLogin('email', 'penny@example.com')];
  const used = (linksBy: string[]) => resolve(evidence, rules({ linksBy })).evidence.map((e) => e.value);
  expect(used(['email', 'shopify'])).toEqual(['penny@example.com']);
  expect(used(['shopify'])).toEqual(['7']);
});

test('a decoder that throws identifies nobody, and does not affect the others', () => {
  const decode = () => {
    throw new Error('an owner’s mistake');
  };
  const broken = { ...shopify, issuer: 'broken', pageValues: [{ path: st, decode }] };
  const odd = { ...shopify, issuer: 'odd', pageValues: [{ path: st, decode: () => null as never }] };
  const shapeless = { ...shopify, issuer: 'shapeless', pageValues: 7 as never };
  expect(pageEvidence([broken, odd, shapeless, shopify], pageOf({ [st]: 7 })).map((e) => e.issuer)).toEqual([
    'shopify',
  ]);
});
