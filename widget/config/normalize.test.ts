import { describe, expect, test } from 'vitest';
import { complete } from '../test/fixtures.ts';
import { normalize } from './normalize.ts';

const host = 'shop.example.com';

test('given options stay, and missing ones get their defaults', () => {
  const settings = normalize(
    { ...complete, storage: 'banner', frequency: { quietDays: 7 }, store: 'harbor-coffee' },
    host,
  );
  expect(settings).toMatchObject({
    brand: 'Harbor Coffee',
    store: 'harbor-coffee',
    storage: 'banner',
    frequency: { quietDays: 7, maxShows: 3 },
    trigger: { delay: 3000, manual: false },
    isMisconfigured: false,
  });
});

test('without an option on storage nothing is stored', () => {
  expect(normalize(complete, host).storage).toBe('none');
});

test('the brand is the page’s host unless the owner names it', () => {
  expect(normalize(complete, host).store).toBe(host);
});

describe('the short forms of options are normalised', () => {
  test.each([
    [{ collector: '/v1/submissions' }, { collector: { url: '/v1/submissions', linksBy: ['own', 'email', 'phone'] } }],
    [{ trigger: 'manual' }, { trigger: { manual: true, delay: 3000 } }],
  ])('from %o', (given, settings) => {
    expect(normalize({ ...complete, ...given }, host)).toMatchObject(settings);
  });
});

describe('a value of another type than its default is dropped', () => {
  test.each<[object, object]>([
    [{ frequency: 'often' }, { frequency: { quietDays: 30, maxShows: 3 } }],
    [{ frequency: { quietDays: 'a week', maxShows: 5 } }, { frequency: { quietDays: 30, maxShows: 5 } }],
    [{ frequency: { quietDays: Number.NaN, maxShows: '' } }, { frequency: { quietDays: 30, maxShows: 3 } }],
    [{ trigger: null }, { trigger: { delay: 3000, manual: false } }],
    [{ target: { include: { 0: '/shop' } } }, { target: { include: ['*'] } }],
    [{ trust: 7 }, { trust: [] }],
    [{ allowPhoneOnly: 1 }, { allowPhoneOnly: false }],
    [{ storage: true }, { storage: 'none' }],
    [{ collector: [complete.collector] }, { collector: { url: '' }, isMisconfigured: true }],
    [{ brand: 7 }, { brand: '', isMisconfigured: true }],
  ])('from %o', (given, settings) => {
    expect(normalize({ ...complete, ...given }, host)).toMatchObject(settings);
  });
});

describe('a text is read like an attribute where the default has another type', () => {
  test.each<[object, object]>([
    [{ frequency: { quietDays: '7', maxShows: 5 } }, { frequency: { quietDays: 7, maxShows: 5 } }],
    [{ target: { include: '/shop, /blog' } }, { target: { include: ['/shop', '/blog'] } }],
    [{ trust: 'clear' }, { trust: ['clear'] }],
    [{ allowPhoneOnly: 'false' }, { allowPhoneOnly: false }],
    [{ allowPhoneOnly: '' }, { allowPhoneOnly: true }],
    [{ trigger: { manual: 'manual' } }, { trigger: { manual: true, delay: 3000 } }],
  ])('from %o', (given, settings) => {
    expect(normalize({ ...complete, ...given }, host)).toMatchObject(settings);
  });
});

describe('nothing is shown without a needed option', () => {
  test.each(['collector', 'brand', 'terms', 'privacy'])('such as %s', (name) => {
    expect(normalize({ ...complete, [name]: undefined }, host).isMisconfigured).toBe(true);
    expect(normalize({ ...complete, [name]: '' }, host).isMisconfigured).toBe(true);
  });

  test('such as the sender in Canada', () => {
    const sender = { name: 'Harbor Coffee Ltd', address: '1 Quay, Halifax', contact: 'hello@example.com' };
    expect(normalize({ ...complete, region: 'ca' }, host).isMisconfigured).toBe(true);
    expect(normalize({ ...complete, region: 'ca', sender }, host).isMisconfigured).toBe(false);
  });
});
