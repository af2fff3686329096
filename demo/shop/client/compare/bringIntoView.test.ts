import { expect, it } from 'vitest';
import { scrollBy } from './bringIntoView.ts';

const frame = { top: 0, bottom: 800 };

it('leaves alone what is well inside', () => {
  expect(scrollBy({ top: 100, bottom: 140 }, frame)).toBe(0);
});

it('brings what is below, above or at the edge to the middle', () => {
  expect(scrollBy({ top: 1000, bottom: 1040 }, frame)).toBe(620);
  expect(scrollBy({ top: -40, bottom: 0 }, frame)).toBe(-420);
  expect(scrollBy({ top: 760, bottom: 800 }, frame)).toBe(380);
});
