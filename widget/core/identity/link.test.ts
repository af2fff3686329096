import { describe, expect, test } from 'vitest';
import { readLink, readLinkHint } from './link.ts';

const at = (query: string) => readLink(`https://shop.example.com/p/1?${query}`, '', []);

describe('a parameter of the address', () => {
  test('is percent-decoded', () => {
    expect(at('ha_id=a%2Bb%3D&x=1').get('ha_id')).toBe('a+b=');
  });

  test('is absent when the address has none', () => {
    expect(at('x=1').get('ha_id')).toBeUndefined();
  });

  test('counts when it is repeated with the same value, and not with different ones', () => {
    expect(at('ha_id=a&ha_id=a').get('ha_id')).toBe('a');
    expect(at('ha_id=a&ha_id=b').get('ha_id')).toBeUndefined();
    expect(at('ha_id=&ha_id=b').get('ha_id')).toBeUndefined();
  });

  test('keeps a broken percent sign as it is', () => {
    expect(at('ha_id=100%').get('ha_id')).toBe('100%');
  });

  test('is not read from the hash', () => {
    expect(at('x=1#?ha_id=a').get('ha_id')).toBeUndefined();
  });

  test.each([
    ['no address', ''],
    ['not an address', 'shop.example.com?ha_id=a'],
    ['a far too long one', `https://shop.example.com/?ha_id=a&x=${'x'.repeat(16_384)}`],
  ])('is ignored in %s', (_what, url) => {
    expect(readLink(url, '', []).get('ha_id')).toBeUndefined();
  });
});

describe('a link is shared in public', () => {
  const isShared = (referrer: string) =>
    readLink('https://shop.example.com/?ha_id=a', referrer, ['click.mailer.example']).isShared;

  test.each([
    'https://forum.example.net/topic/1',
    'https://www.google.com/',
    'http://shop.example.com.forum.example.net/',
    'https://othershop.example.com/',
    'https://ample.com/',
    'https://shop.example.com.au/',
    'https://notclick.mailer.example/',
    'https://mailbox-talk.example.net/',
    'https://forum.example.net/?from=mail.google.com',
    'https://forum.example.net/mail.google.com/',
    'https://www.web.de/magazine/',
    'https://forum.deref-gmx.example/',
    'https://icloudnews.example.net/',
  ])('when it was followed from %s', (referrer) => {
    expect(isShared(referrer)).toBe(true);
  });

  test.each([
    '',
    'not a referrer',
    'android-app://com.google.android.gm/',
    'https://shop.example.com/',
    'https://www.shop.example.com/blog',
    'https://example.com/',
    'https://click.mailer.example/l/1',
    'https://eu.click.mailer.example/l/1',
  ])('not when it was followed from "%s"', (referrer) => {
    expect(isShared(referrer)).toBe(false);
  });
});

describe('the subscriptions in ha_has', () => {
  test.each([
    ['ha_has=email.sms', { email: true, sms: true }],
    ['ha_has=sms', { email: false, sms: true }],
    ['ha_has=email', { email: true, sms: false }],
    ['ha_has=smsish', { email: false, sms: false }],
    ['x=1', { email: false, sms: false }],
  ])('are read from %s', (query, said) => {
    expect(readLinkHint(at(query)).subscribed).toEqual(said);
  });
});

describe('arriving by a text message', () => {
  test.each([
    ['utm_medium=sms', true],
    ['utm_medium=SMS&ha_has=email.sms', true],
    ['ha_has=sms', true],
    ['ha_has=email.sms', false],
    ['utm_medium=email', false],
    ['utm_medium=smsish', false],
    ['x=1', false],
  ])('is recognised in %s: %s', (query, expected) => {
    expect(readLinkHint(at(query)).byText).toBe(expected);
  });
});
