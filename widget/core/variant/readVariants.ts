/** What a variant may change, as the owner gave it: it is laid over the owner's options, and read as they are. */
export interface Overrides {
  readonly texts?: unknown;
  readonly layout?: unknown;
  readonly theme?: unknown;
  readonly steps?: unknown;
  readonly coupon?: unknown;
  /** Sees no popup by itself. */
  readonly isHoldout?: boolean;
}

/** A variant with a share of the visitors. */
export interface Variant {
  readonly name: string;
  /** Weight against the others, above 0. */
  readonly share: number;
  readonly overrides: Overrides;
}

/** The variants of the option, in the owner's order; one without a share that counts has no visitors and is left out. */
export function readVariants(given: unknown): Variant[] {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return [];
  return Object.entries(given).flatMap(([name, variant]): Variant[] => {
    const { share: weight, ...overrides } = Object(variant) as Readonly<Record<string, unknown>>;
    const share = Number(weight);
    if (!(share > 0 && share < Number.POSITIVE_INFINITY) || name.length > 60) return [];
    return [{ name, share, overrides: { ...overrides, isHoldout: overrides.isHoldout === true } }];
  });
}

/** The variant for a number from 0 to below 1. */
export function variantAt(variants: readonly Variant[], random: number): Variant | undefined {
  // A loop: Prototype.js 1.6 has a `reduce` of its own, which adds nothing up.
  let all = 0;
  for (const { share } of variants) all += share;
  let left = random * all;
  return variants.find(({ share }) => {
    left -= share;
    return left < 0;
  });
}
