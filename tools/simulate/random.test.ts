import { expect, test } from 'vitest';
import { draw, mulberry32, timesOf } from './random.ts';

test('the same seed gives the same numbers, and another seed gives others', () => {
  const three = (seed: number) => {
    const random = mulberry32(seed);
    return [random(), random(), random()];
  };
  expect(three(7)).toEqual(three(7));
  expect(three(7)).not.toEqual(three(8));
});

test('a question about an event has one answer, whatever was asked before', () => {
  expect(draw(1, 'answers')).toBe(draw(1, 'answers'));
  expect(draw(1, 'answers')).not.toBe(draw(1, 'closes'));
  const share =
    Array.from({ length: 20_000 }, (_, seed) => draw(seed, 'answers')).filter((n) => n < 0.1).length / 20_000;
  expect(share).toBeGreaterThan(0.09);
  expect(share).toBeLessThan(0.11);
});

test('the frequency is on average the given one', () => {
  const random = mulberry32(3);
  const times = Array.from({ length: 20_000 }, () => timesOf(1.5, random));
  const mean = times.reduce((sum, n) => sum + n, 0) / times.length;
  expect(mean).toBeGreaterThan(1.45);
  expect(mean).toBeLessThan(1.55);
});
