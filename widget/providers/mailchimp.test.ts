import { expect, test } from 'vitest';
import { mailchimp } from './mailchimp.ts';
import { evidenceOf, inShort } from './test/evidenceOf.ts';

test('the link carries a subscriber’s id, which differs on each list', () => {
  // Synthetic.
  const query = 'mc_cid=0123456789&mc_eid=5ca1ab1e00';
  expect(inShort(mailchimp, { query })).toEqual(['link token profile 5ca1ab1e00']);
  expect(evidenceOf(mailchimp, { query })).toMatchObject([{ issuer: 'mailchimp', isStable: false }]);
});

test.each([
  'mc_eid=',
  'mc_eid=UNIQID',
  'mc_eid=%5BUNIQID%5D',
  'mc_eid=*%7CUNIQID%7C*',
  'mc_eid=5ca1ab1e00&mc_eid=5ca1ab1e01',
  'mc_eid=penny%40example.com',
  `mc_eid=${'a'.repeat(65)}`,
  'mc_eid=%E0%A4%A',
  'mc_cid=0123456789',
])('%s identifies nobody', (query) => {
  expect(inShort(mailchimp, { query })).toEqual([]);
});
