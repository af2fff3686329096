import { describe, expect, test } from 'vitest';
import { shapeOf, shapes } from './shapes.ts';

// Made up after the vendors' documentation; no order of anybody's.
const shopify = {
  id: 5_940_139_491_234,
  admin_graphql_api_id: 'gid://shopify/Order/5940139491234',
  email: 'ade@example.com',
  contact_email: 'work@example.com',
  phone: null,
  buyer_accepts_marketing: true,
  customer: { email: 'old@example.com', phone: null, first_name: 'Ade', last_name: 'Ojo' },
  billing_address: { first_name: 'A.', phone: '020 7946 0018', country_code: 'GB' },
  shipping_address: { first_name: 'Sam', phone: '(212) 555-0123', country_code: 'US' },
};

describe('the format of Shopify', () => {
  const { read } = shapes.shopify;

  test('is read', () => {
    expect(read(shopify)).toEqual({
      id: 'shopify:5940139491234',
      email: 'ade@example.com',
      phone: '020 7946 0018',
      name: 'Ade Ojo',
      country: 'GB',
      placedAt: undefined,
    });
    expect(read({ ...shopify, created_at: '2026-01-31T07:00:00-05:00' }).placedAt).toBe('2026-01-31T07:00:00-05:00');
  });

  test('has the buyer’s own number first, then an address’s, and the delivery address’s last', () => {
    const phoneOf = (about: object) => read({ ...shopify, ...about }).phone;
    const customer = { phone: '+447700900789' };
    expect(phoneOf({ phone: '+447700900982', customer })).toBe('+447700900982');
    expect(phoneOf({ customer })).toBe('+447700900789');
    expect(phoneOf({ billing_address: null })).toBe('(212) 555-0123');
    expect(phoneOf({ billing_address: null, shipping_address: null, customer: null })).toBeUndefined();
  });

  test('may have an empty email, which is then looked for elsewhere', () => {
    expect(read({ ...shopify, email: '' }).email).toBe('work@example.com');
    expect(read({ ...shopify, email: '', contact_email: null }).email).toBe('old@example.com');
  });

  test('may have an id too large for a number, which is read from its text and from nowhere else', () => {
    const large = JSON.parse('{"id":820982911946154508}') as object;
    const gid = { admin_graphql_api_id: 'gid://shopify/Order/820982911946154508' };
    expect(read({ ...large, ...gid }).id).toBe('shopify:820982911946154508');
    expect(() => read(large)).toThrow('cannot be taken');
  });
});

test('the format of WooCommerce is read', () => {
  const billing = { first_name: 'Ade', last_name: '', email: 'ade@example.com', phone: '07700 900982', country: 'GB' };
  expect(shapes.woocommerce.read({ id: 1001, billing, shipping: { phone: '1' } })).toEqual({
    id: 'woocommerce:1001',
    email: 'ade@example.com',
    phone: '07700 900982',
    name: 'Ade',
    country: 'GB',
  });
});

test('the plain format is read', () => {
  expect(shapes.plain.read({ id: 'a1', email: 'ade@example.com', phone: null })).toEqual({
    id: 'plain:a1',
    email: 'ade@example.com',
  });
});

test('the signature’s header determines the format', () => {
  expect(shapeOf({ 'x-shopify-hmac-sha256': '' }).name).toBe('shopify');
  expect(shapeOf({ 'x-wc-webhook-signature': '' }).name).toBe('woocommerce');
  expect(shapeOf({}).name).toBe('plain');
});
