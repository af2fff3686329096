import { isOn } from '../isOn.ts';

/** What may open the popup by itself, or at the visitor's wish; what is not there does not. */
export interface Moments {
  /** Milliseconds after the decision. */
  readonly delay?: number;
  /** Per cent of the page. */
  readonly scroll?: number;
  readonly exit?: boolean;
  /** A CSS selector. */
  readonly click?: string;
}

/** The option `trigger` as it was given: texts where attributes say it. Its numbers and flags with a default are complete. */
export interface RawTrigger {
  readonly delay: number;
  readonly manual: boolean;
  readonly scroll?: unknown;
  readonly exit?: unknown;
  readonly click?: unknown;
  readonly pages?: unknown;
  readonly when?: unknown;
  readonly once?: unknown;
}

/**
 * Reads the moments of a trigger; what is no moment is left out. A delay has a default, so it counts where it was named, or
 * where no other moment is that comes by itself.
 */
export function readMoments(trigger: RawTrigger, isDelayNamed: boolean): Moments {
  const { delay, manual } = trigger;
  const click = typeof trigger.click === 'string' && trigger.click.trim() ? { click: trigger.click } : {};
  if (manual) return click;
  const percent = Number(trigger.scroll || Number.NaN);
  const scroll = percent > 0 && percent <= 100 ? { scroll: percent } : {};
  const exit = isOn(trigger.exit) ? { exit: true } : {};
  const others = { ...scroll, ...exit, ...click };
  return isDelayNamed || Object.keys(others).length === 0 ? { delay, ...others } : others;
}
