import { expect, test } from 'vitest';
import { settingsOf } from '../test/fixtures.ts';
import { readPopupOptions } from './readPopupOptions.ts';

const read = (options: object = {}) => readPopupOptions(settingsOf(options));

test('without options the popup is a plain one', () => {
  expect(read()).toMatchObject({
    layout: undefined,
    isInline: false,
    isOnPage: false,
    isInSteps: false,
    hasTeaser: false,
    tellsDataLayer: false,
    countsForCollector: false,
  });
});

test('options and attributes give the same result', () => {
  const said = { layout: 'inline', into: '#form', layer: 'page', steps: 'two', measure: 'dataLayer' };
  const exact = {
    layout: 'inline',
    isInline: true,
    into: '#form',
    isOnPage: true,
    isInSteps: true,
    hasTeaser: true,
    tellsDataLayer: true,
    countsForCollector: false,
  };
  expect(read({ ...said, teaser: true })).toEqual(exact);
  expect(read({ ...said, teaser: '' })).toEqual(exact);
});

test.each([['auto'], ['dialog'], [7], [null], [['modal']], [{}]])(
  'the invalid layout %j leaves the choice to the screen',
  (layout) => {
    expect(read({ layout }).layout).toBe(undefined);
  },
);
