import { expect, it } from 'vitest';
import { keystrokeFor, restFor } from './pace.ts';

it('rests as long as wanted at first, less and less later, and not at all in the end', () => {
  expect(restFor(800, 5, 'unhurried')).toBe(800);
  expect(restFor(800, 12, 'unhurried')).toBe(400);
  expect(restFor(800, 30, 'unhurried')).toBe(0);
});

it('leaves those who want no motion the time to read, and a test none', () => {
  expect(restFor(800, 5, 'still')).toBe(800);
  expect(restFor(800, 5, 'quick')).toBe(0);
});

it('types any text in less than a second, and at once where nothing is to move', () => {
  expect(keystrokeFor(12, 0, 'unhurried') * 12).toBe(660);
  expect(keystrokeFor(60, 0, 'unhurried') * 60).toBe(750);
  expect(keystrokeFor(12, 0, 'still')).toBe(0);
  expect(keystrokeFor(0, 0, 'unhurried')).toBe(0);
});
