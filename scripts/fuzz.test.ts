import { expect, test } from 'vitest';
import { fuzz } from '../tools/fuzz/fuzz.ts';

// `npm run fuzz` puts in a million, and looks at the clock as well.
test('something that comes from outside made the widget throw', () => {
  expect(fuzz(1, 10_000).slice(0, 5)).toEqual([]);
});
