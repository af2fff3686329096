import { describe, expect, it } from 'vitest';
import { readOverrides } from './overrides.ts';

const read = (query: string) => readOverrides(new URLSearchParams(query));

describe('readOverrides', () => {
  it('gives the tag that an owner would paste when the query is empty', () => {
    expect(read('')).toEqual({
      delay: 600,
      attributes: {
        'data-collector': '/v1/submissions',
        'data-region': 'uk',
        'data-storage': 'allowed',
        'data-trigger-delay': '600',
      },
      hasTag: true,
    });
  });

  it('ignores unknown values', () => {
    const odd = 'storage=yes&region=fr&collect=all&delay=60001&policy=never&coupon=a"b&fault=200&retryAfter=9';
    expect(read(odd)).toEqual(read(''));
  });

  it.each([
    ['fault=503', '?status=503'],
    ['fault=429&retryAfter=5', '?status=429&retryAfter=5'],
    ['fault=drop', '?drop=1'],
    ['fault=slow', '?delay=5000'],
  ])('asks the collector for %s', (query, fault) => {
    expect(read(query).attributes['data-collector']).toBe(`/v1/submissions${fault}`);
  });

  it.each([
    ['layout=flyout&theme=warm&steps=two', { 'data-layout': 'flyout', 'data-theme': 'warm', 'data-steps': 'two' }],
    ['locale=pt-BR&fields=firstName,birthday', { 'data-locale': 'pt-BR', 'data-fields': 'firstName,birthday' }],
    ['trigger-click=.open&delay=0', { 'data-trigger-click': '.open', 'data-trigger-delay': '0' }],
    ['trigger-scroll=50', { 'data-trigger-scroll': '50', 'data-trigger-delay': undefined }],
    ['storage=none&region=none', { 'data-storage': 'none', 'data-region': undefined }],
    [
      'layout=inline&policy=always-email',
      { 'data-layout': 'inline', 'data-into': '#newsletter', 'data-ask': 'always-email' },
    ],
    ['coupon=TEN&collect=email', { 'data-coupon': 'TEN', 'data-collect': 'email' }],
    ['layout=full&theme=" onload=x&locale=<b>&fields=constructor', {}],
  ])('accepts only the permitted values of %s', (query, own) => {
    expect(read(query).attributes).toEqual({ ...read('').attributes, ...own });
  });

  it('names the sender in Canada unless told otherwise', () => {
    const named = ['region=ca', 'region=ca&sender=0', 'sender=1'].map((query) => read(query).attributes);
    expect(named.map((all) => all['data-sender-name'])).toEqual(['Harbor Coffee Ltd', undefined, 'Harbor Coffee Ltd']);
  });
});
