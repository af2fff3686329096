import { describe, expect, it } from 'vitest';
import { readOverrides } from './overrides.ts';

const read = (query: string) => readOverrides(new URLSearchParams(query));

describe('readOverrides', () => {
  it('gives the tag that an owner would paste when the query is empty', () => {
    expect(read('')).toEqual({
      storage: 'allowed',
      region: 'uk',
      collect: undefined,
      delay: 600,
      ask: undefined,
      coupon: undefined,
      hasSender: false,
      more: {},
      hasTag: true,
      fault: '',
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
    expect(read(query).fault).toBe(fault);
  });

  it.each([
    ['layout=flyout&theme=warm&steps=two', { 'data-layout': 'flyout', 'data-theme': 'warm', 'data-steps': 'two' }],
    ['locale=pt-BR&fields=firstName,birthday', { 'data-locale': 'pt-BR', 'data-fields': 'firstName,birthday' }],
    ['trigger-scroll=50&trigger-click=.open', { 'data-trigger-scroll': '50', 'data-trigger-click': '.open' }],
    ['layout=full&theme=" onload=x&locale=<b>&fields=constructor', {}],
  ])('accepts only the permitted values of %s', (query, more) => {
    expect(read(query).more).toEqual(more);
  });

  it('names the sender in Canada unless told otherwise', () => {
    expect([read('region=ca'), read('region=ca&sender=0'), read('sender=1')].map((all) => all.hasSender)).toEqual([
      true,
      false,
      true,
    ]);
  });
});
