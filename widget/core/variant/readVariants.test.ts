import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readVariants, variantAt } from './readVariants.ts';

test('variants are read in their order, with the options that each changes', () => {
  expect(readVariants({ plain: { share: 1 }, warm: { share: '3', theme: 'warm', isHoldout: true } })).toEqual([
    { name: 'plain', share: 1, overrides: { isHoldout: false } },
    { name: 'warm', share: 3, overrides: { theme: 'warm', isHoldout: true } },
  ]);
});

test.each<[unknown]>([
  [undefined],
  [null],
  ['a'],
  [[{ share: 1 }]],
  [{ a: null, b: 7, c: { share: 0 }, d: { share: -1 }, e: { share: 'much' }, f: { share: Number.POSITIVE_INFINITY } }],
])('invalid variants are left out: %j', (given) => {
  expect(readVariants(given)).toEqual([]);
});

describe('the random number chooses a variant', () => {
  const variants = readVariants({ a: { share: 1 }, b: { share: 3 } });

  test.each([
    [0, 'a'],
    [0.249, 'a'],
    [0.25, 'b'],
    [0.999, 'b'],
  ])('by its share: %f chooses %s', (random, name) => {
    expect(variantAt(variants, random)?.name).toBe(name);
  });

  test('whatever the shares are', () => {
    const shares = fc.array(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(shares, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (all, random) => {
        const many = readVariants(Object.fromEntries(all.map((share, i) => [`v${i}`, { share }])));
        const sum = all.reduce((total, share) => total + share, 0);
        const chosen = variantAt(many, random);
        // The last bit of a sum may be lost to rounding.
        if (random * sum < sum * (1 - 1e-9)) expect(chosen).toBeDefined();
      }),
    );
  });

  test('unless there are none', () => {
    expect(variantAt([], 0)).toBeUndefined();
  });
});
