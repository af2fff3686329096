import { describe, expect, test } from 'vitest';
import { isOn } from '../isOn.ts';
import { readMoments } from './moments.ts';

const given = { delay: 3_000, manual: false };

describe('the moments of a trigger', () => {
  test.each<[string, object, boolean, object]>([
    ['the delay alone, where no other is named', {}, false, { delay: 3_000 }],
    ['the delay beside others, where it was named', { scroll: 50 }, true, { delay: 3_000, scroll: 50 }],
    ['no delay, where another is named and it is not', { scroll: 50 }, false, { scroll: 50 }],
    [
      'texts, as attributes say them',
      { scroll: '50', exit: '', click: '.a' },
      false,
      { scroll: 50, exit: true, click: '.a' },
    ],
    ['none that is switched off', { exit: 'false' }, false, { delay: 3_000 }],
    ['none that is no moment', { scroll: 'half', exit: 0, click: ' ' }, false, { delay: 3_000 }],
    ['no share of the page that is none', { scroll: 101 }, false, { delay: 3_000 }],
    ['a press alone, where all else is the host’s', { manual: true, scroll: 50, click: '.a' }, true, { click: '.a' }],
  ])('are %s', (_what, trigger, isDelayNamed, moments) => {
    expect(readMoments({ ...given, ...trigger }, isDelayNamed)).toEqual(moments);
  });

  test.each([
    [true, true],
    ['', true],
    ['true', true],
    ['false', false],
    [false, false],
    [undefined, false],
    [1, false],
  ])('a flag that is %j is read as on: %j', (flag, expected) => {
    expect(isOn(flag)).toBe(expected);
  });
});
