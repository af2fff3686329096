import { afterEach, expect, test, vi } from 'vitest';

const widths = [320, 768] as const;
const states = ['form', 'wrong', 'sent'] as const;

async function load(whole: string) {
  vi.stubEnv('HELLO_AGAIN_WHOLE', whole);
  vi.resetModules();
  return import('./sample.ts');
}

afterEach(() => void vi.unstubAllEnvs());

test('a complete run has every combination, case and repetition', async () => {
  const { combinations, everyNth, runs } = await load('1');
  const all = combinations(widths, states);
  expect(all).toEqual(widths.flatMap((width) => states.map((state) => [width, state])));
  expect(everyNth(2, states)).toEqual(states);
  expect(runs(1500)).toBe(1500);
});

test('a sample has each value of each list, and is the same each time', async () => {
  const { combinations, everyNth, runs } = await load('');
  expect(combinations(widths, states)).toEqual([
    [320, 'form'],
    [768, 'wrong'],
    [320, 'sent'],
  ]);
  expect(everyNth(2, states)).toEqual(['form', 'sent']);
  expect(runs(15)).toBe(2);
});
