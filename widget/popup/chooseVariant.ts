import type { RawOptions } from '../config/settings.ts';
import { type Overrides, readVariants, variantAt } from '../core/variant/readVariants.ts';
import { remember } from '../memory/remember.ts';
import type { SignupContext } from '../signup/session.ts';

/** The variant that a visitor is shown. */
export interface ChosenVariant {
  readonly name: string;
  /** What it changes of the options. */
  readonly overrides: Overrides;
}

/**
 * The visitor's variant: the one that memory holds while it still exists, else one by chance and share, which is
 * remembered. `undefined`: there are none. `random` gives a number from 0 to below 1.
 */
export function chooseVariant(context: SignupContext, random: () => number = Math.random): ChosenVariant | undefined {
  const { runtime, settings } = context;
  const { variants: given }: RawOptions = settings;
  const variants = readVariants(given);
  if (variants.length === 0) return undefined;
  const kept = (Object(runtime.memory().seen.variants) as Readonly<Record<string, unknown>>)[settings.id];
  const named = (name: unknown) => variants.find((variant) => variant.name === name);
  const former = named(context.variant) ?? named(kept);
  const { name, overrides } = former ?? variantAt(variants, random()) ?? (variants[0] as (typeof variants)[number]);
  context.amend({ variant: name });
  if (kept !== name) {
    remember(runtime, (memory) => {
      const { seen } = memory;
      return { ...memory, seen: { ...seen, variants: { ...Object(seen.variants), [settings.id]: name } } };
    });
  }
  return { name, overrides };
}
