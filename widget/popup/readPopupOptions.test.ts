import { expect, test } from 'vitest';
import { settingsOf } from '../test/fixtures.ts';
import { readPopupOptions } from './readPopupOptions.ts';

const read = (options: object = {}) => readPopupOptions(settingsOf(options));

test('what nobody says is a plain popup', () => {
  expect(read()).toMatchObject({
    layout: undefined,
    isInline: false,
    isOnPage: false,
    isInSteps: false,
    hasTeaser: false,
    tellsDataLayer: false,
  });
});

test('options and attributes say the same', () => {
  const said = { layout: 'inline', into: '#form', layer: 'page', steps: 'two', measure: 'dataLayer' };
  const exact = {
    layout: 'inline',
    isInline: true,
    into: '#form',
    isOnPage: true,
    isInSteps: true,
    hasTeaser: true,
    tellsDataLayer: true,
  };
  expect(read({ ...said, teaser: true })).toEqual(exact);
  expect(read({ ...said, teaser: '' })).toEqual(exact);
});

test.each([['auto'], ['Modal'], [7], [null], [['modal']], [{}]])('the layout %j leaves it to the screen', (layout) => {
  expect(read({ layout }).layout).toBe(undefined);
});
