import { expect, test } from 'vitest';
import type { Submission } from '../../core/submission/submission.gen.ts';
import { botSign } from './botSign.ts';

test.each<[string, object, number, string | undefined]>([
  ['an earlier widget, which says nothing of it', {}, 1000, undefined],
  ['an empty trap, and a human’s time', { trap: '', filledIn: 4200 }, 1000, undefined],
  ['a filled trap, however long it took', { trap: 'x', filledIn: 60_000 }, 1000, 'trap'],
  ['faster than hands', { trap: '', filledIn: 999 }, 1000, 'fast'],
  ['as fast as allowed', { filledIn: 1000 }, 1000, undefined],
  ['a clock that was set back meanwhile', { filledIn: -3_600_000 }, 1000, undefined],
  ['what is no number', { filledIn: '1', trap: 7 }, 1000, undefined],
  ['where nobody minds the time', { filledIn: 0 }, 0, undefined],
])('%s is judged correctly', (_name, said, minimumFill, sign) => {
  expect(botSign({ widget: { version: '1', signup: 'x', ...said } as Submission['widget'] }, minimumFill)).toBe(sign);
});
