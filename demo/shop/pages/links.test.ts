import { expect, it } from 'vitest';
import { linkIn, withStore } from './links.ts';

const phone = { store: 'cmp-1-a', frame: 'plain' } as const;
const shop = { store: 'mine', frame: undefined } as const;

it('a link in a phone names the store and the phone, and others do not', () => {
  expect(linkIn(phone, '/')).toBe('/?store=cmp-1-a&frame=plain');
  expect(linkIn(phone, '/#coffees')).toBe('/?store=cmp-1-a&frame=plain#coffees');
  expect(linkIn(phone, '/checkout?coffee=decaf')).toBe('/checkout?coffee=decaf&store=cmp-1-a&frame=plain');
  expect(linkIn(shop, '/checkout?coffee=decaf')).toBe('/checkout?coffee=decaf');
});

it('a link’s parameters are kept as they are, and a store is replaced', () => {
  expect(linkIn(phone, '/?ha_id=a.b-c_d%20&store=other')).toBe('/?ha_id=a.b-c_d%20&store=cmp-1-a&frame=plain');
});

it('a mail’s link names the store unless it is the default one', () => {
  expect(withStore('/?ha_id=a', shop)).toBe('/?ha_id=a&store=mine');
  expect(withStore('/?ha_id=a', { ...shop, store: 'harbor-coffee' })).toBe('/?ha_id=a');
  expect(withStore('/?ha_id=a', phone)).toBe('/?ha_id=a&store=cmp-1-a&frame=plain');
});
