import { expect, test } from 'vitest';
import { byLogin, identityOf, inLink, typed } from '../test/evidence.ts';
import { pageValue } from './pageValue.ts';

const email = 'penny@example.com';

test('the page’s value of each kind is found in the winning claim', () => {
  const identity = identityOf([byLogin('email', email), byLogin('phone', '+447700900001')]);
  expect(pageValue(identity, 'email')).toBe(email);
  expect(pageValue(identity, 'phone')).toBe('+447700900001');
  expect(pageValue(identity, 'profile')).toBeUndefined();
});

test.each([
  ['a link', identityOf([inLink(email, { field: 'email' })])],
  ['the form', identityOf([typed(email)])],
  [
    'a page that was set aside',
    identityOf([], { setAside: [{ evidence: byLogin('email', email), why: 'outranked' }] }),
  ],
])('an email of %s is not the page’s', (_whose, identity) => {
  expect(pageValue(identity, 'email')).toBeUndefined();
});
