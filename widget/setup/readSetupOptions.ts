import type { RawOptions } from '../config/settings.ts';
import { isOn } from '../core/isOn.ts';
import { choiceOf } from '../core/mendChoice.ts';
import { textOf } from '../core/textOf.ts';

/** The options of setup. */
export interface SetupOptions {
  /** The adapter that the script tag names. */
  readonly adapter: string | undefined;
  /** Countries that the sender has a number for, ISO 3166 alpha-2; empty for all countries. */
  readonly smsCountries: readonly string[];
  /** The trigger has conditions: how the visit began is noted. */
  readonly hasConditions: boolean;
  /** Whether a click on the owner's element opens it. */
  readonly opensOnPress: boolean;
  /** How often it opens by itself, where the owner says it. */
  readonly once: 'page' | 'visit' | undefined;
  readonly isInline: boolean;
  readonly hasTeaser: boolean;
  /** Address of the hosted looks. */
  readonly config: string | undefined;
}

export function readSetupOptions({ to, smsCountries, trigger, layout, teaser, config }: RawOptions): SetupOptions {
  // A list, or an attribute's text: either way codes with commas between.
  const codes = smsCountries
    ? textOf(smsCountries)
        .toUpperCase()
        .matchAll(/[A-Z]{2}/g)
    : [];
  return {
    adapter: to ? textOf(to) : undefined,
    smsCountries: [...codes].map(([code]) => code),
    hasConditions: !!(trigger.pages || trigger.when || trigger.once),
    once: choiceOf(trigger.once, ['page', 'visit'] as const),
    opensOnPress: !!trigger.click,
    isInline: !!choiceOf(layout, ['inline']),
    hasTeaser: isOn(teaser),
    config: typeof config === 'string' && config.trim() ? config.trim() : undefined,
  };
}
