import { describe, expect, test } from 'vitest';
import { campaignOf, cutUrl } from './pageUrl.ts';

describe('the address of a page, as it is sent,', () => {
  test.each<[string, string, string]>([
    [
      'keeps campaign parameters',
      'https://shop.example.com/p?utm_source=a&utm_id=2',
      'https://shop.example.com/p?utm_source=a&utm_id=2',
    ],
    [
      'loses whatever else there is',
      'https://shop.example.com/p?ha_id=t&email=penny@example.com&q=1',
      'https://shop.example.com/p',
    ],
    [
      'keeps what the owner allows, in its place',
      'https://shop.example.com/p?x=0&color=red&utm_term=t',
      'https://shop.example.com/p?color=red&utm_term=t',
    ],
    ['loses a name given twice both times', 'https://shop.example.com/?a=1&a=2', 'https://shop.example.com/'],
    [
      'knows campaign parameters by their full name',
      'https://shop.example.com/?utm_email=p&xutm_source=1',
      'https://shop.example.com/',
    ],
    ['loses its hash', 'https://shop.example.com/p#token=1', 'https://shop.example.com/p'],
    ['loses user and password', 'https://penny:secret@shop.example.com/p', 'https://shop.example.com/p'],
    [
      'loses an identifier behind a second question mark',
      'https://shop.example.com/p?utm_source=a?ha_id=t',
      'https://shop.example.com/p?utm_source=a',
    ],
    [
      'loses one whose question mark was encoded',
      'https://shop.example.com/p?utm_source=a%3F_kx=t',
      'https://shop.example.com/p?utm_source=a',
    ],
    [
      'loses what stands behind a markup ampersand',
      'https://shop.example.com/p?utm_source=a&amp;ha_id=t&#38;email=p',
      'https://shop.example.com/p?utm_source=a',
    ],
    [
      'loses campaign parameters that name somebody',
      'https://shop.example.com/p?utm_source=a&utm_term=penny%40example.com&utm_content=eyJhbGciOiJIUzI1NiJ9.eyJ9.x&color=p@example.com',
      'https://shop.example.com/p?utm_source=a',
    ],
    [
      'hides an email or a number in its path',
      'https://shop.example.com/p/jane%40example.com/orders/+447700900123?utm_content=%2B447700900123&utm_id=120210000123456',
      'https://shop.example.com/p/***/orders/***?utm_id=120210000123456',
    ],
    ['is blank where it cannot be read', 'https://', 'about:blank'],
  ])('%s', (_title, url, cut) => {
    expect(cutUrl(url, ['color'])).toBe(cut);
  });

  test('is no longer than the schema allows', () => {
    expect(cutUrl(`https://shop.example.com/${'a'.repeat(5_000)}`, [])).toHaveLength(2_000);
  });
});

describe('the campaign of an address', () => {
  test.each<[string, string, object]>([
    [
      'is told without its prefix',
      'https://shop.example.com/?utm_source=mail&utm_medium=sms',
      { source: 'mail', medium: 'sms' },
    ],
    ['ends where the next parameter begins', 'https://shop.example.com/?utm_source=a?ha_id=t', { source: 'a' }],
    [
      'names nobody',
      'https://shop.example.com/?utm_source=a&utm_content=Reteno-7&utm_term=p@example.com',
      { source: 'a' },
    ],
    ['has nothing that is empty', 'https://shop.example.com/?utm_source=&utm_id=1', { id: '1' }],
    ['has nothing else of the query', 'https://shop.example.com/?ha_id=t&utm_email=p', {}],
    ['is cut short', `https://shop.example.com/?utm_term=${'t'.repeat(999)}`, { term: 't'.repeat(200) }],
    ['is none where the address cannot be read', '', {}],
  ])('%s', (_title, url, campaign) => {
    expect(campaignOf(url)).toEqual(campaign);
  });
});
