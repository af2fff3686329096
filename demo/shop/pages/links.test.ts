import { expect, it } from 'vitest';
import { linkIn, withStore } from './links.ts';

const phone = { store: 'cmp-1-a', frame: 'plain' } as const;
const shop = { store: 'mine', frame: undefined } as const;

it('adds store and phone in a phone, and nothing elsewhere', () => {
  expect(linkIn(phone, '/')).toBe('/?store=cmp-1-a&frame=plain');
  expect(linkIn(phone, '/#coffees')).toBe('/?store=cmp-1-a&frame=plain#coffees');
  expect(linkIn(phone, '/checkout?coffee=decaf')).toBe('/checkout?coffee=decaf&store=cmp-1-a&frame=plain');
  expect(linkIn(shop, '/checkout?coffee=decaf')).toBe('/checkout?coffee=decaf');
});

it('keeps a link’s parameters as they are, and replaces a store', () => {
  expect(linkIn(phone, '/?ha_id=a.b-c_d%20&store=other')).toBe('/?ha_id=a.b-c_d%20&store=cmp-1-a&frame=plain');
});

it('adds the store to a mail’s link unless it is the default one', () => {
  expect(withStore('/?ha_id=a', shop)).toBe('/?ha_id=a&store=mine');
  expect(withStore('/?ha_id=a', { ...shop, store: 'harbor-coffee' })).toBe('/?ha_id=a');
  expect(withStore('/?ha_id=a', phone)).toBe('/?ha_id=a&store=cmp-1-a&frame=plain');
});
