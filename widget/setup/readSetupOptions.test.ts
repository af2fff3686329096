import { expect, test } from 'vitest';
import { settingsOf } from '../test/fixtures.ts';
import { readSetupOptions } from './readSetupOptions.ts';

const read = (options: object = {}) => readSetupOptions(settingsOf(options));

test('options that are not given need no set-up', () => {
  expect(read()).toEqual({
    adapter: undefined,
    smsCountries: [],
    hasConditions: false,
    opensOnPress: false,
    isInline: false,
    hasTeaser: false,
  });
});

test.each<[unknown, readonly string[]]>([
  [
    ['GB', 'us'],
    ['GB', 'US'],
  ],
  ['gb, us', ['GB', 'US']],
  [[], []],
  ['', []],
  [7, []],
  [false, []],
])('the countries %j are read as %j', (smsCountries, codes) => {
  expect(read({ smsCountries }).smsCountries).toEqual(codes);
});

test('a trigger’s conditions and click are recognised', () => {
  expect(read({ trigger: { when: { device: 'touch' } } })).toMatchObject({ hasConditions: true, opensOnPress: false });
  expect(read({ trigger: { click: '.a' }, teaser: 'false' })).toMatchObject({ opensOnPress: true, hasTeaser: false });
});
