import { describe, expect, test } from 'vitest';
import { type ConsentBinding, consentRecord, type ShownConsent } from './consent.ts';

const ticked: ShownConsent = {
  channel: 'sms',
  text: 'Text me offers from Harbor Coffee. Terms and Privacy.',
  textVersion: 'uk-1',
  links: ['https://shop.example.com/terms', 'https://shop.example.com/privacy'],
  locale: 'en-GB',
  region: 'uk',
  method: 'checkbox',
  checkedAt: '2026-01-31T11:59:58.000Z',
};
const { checkedAt: _at, ...unticked } = ticked;
const binding: ConsentBinding = {
  id: '0192-consent',
  to: '+447700900001',
  hash: 'ab'.repeat(32),
  now: '2026-01-31T12:00:00.000Z',
  page: 'https://shop.example.com/p/1',
};

describe('the record of a consent', () => {
  test('has what was shown, for one channel and one exact number', () => {
    expect(consentRecord(ticked, binding)).toEqual({
      ...ticked,
      id: '0192-consent',
      to: '+447700900001',
      granted: true,
      textHash: `sha256-${'ab'.repeat(32)}`,
      page: 'https://shop.example.com/p/1',
    });
  });

  test('has the time of the tick, not that of the submission', () => {
    expect(consentRecord(ticked, binding).checkedAt).toBe('2026-01-31T11:59:58.000Z');
  });

  test('is not granted while the box is unticked, and has the time of the submission', () => {
    expect(consentRecord(unticked, binding)).toMatchObject({ granted: false, checkedAt: '2026-01-31T12:00:00.000Z' });
  });

  test('repeats the text exactly', () => {
    const text = 'Text me! <b>"20 %"</b> off\u00a0— ‘STOP’ ends it.';
    expect(consentRecord({ ...ticked, text }, binding).text).toBe(text);
  });

  test('stays as it was when the page changes its links', () => {
    const links = ['https://shop.example.com/terms'];
    const record = consentRecord({ ...ticked, links }, binding);
    links.push('https://shop.example.com/later');
    expect(record.links).toEqual(['https://shop.example.com/terms']);
  });
});
