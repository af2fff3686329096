import { complete } from '../core/complete.ts';
import { defaults } from './defaults.ts';
import type { GivenSettings, RawOptions, Settings } from './settings.ts';

/**
 * Completes options and guards their shapes: a value of another type than its default is dropped, so that nothing
 * wrong can break the page. What exactly is wrong is for `check.ts` to say, which only developers load. Never throws.
 */
export function normalize(input: object, host: string): Settings {
  const given: Record<string, unknown> = { ...input };
  // Short forms.
  if (typeof given.collector === 'string') given.collector = { url: given.collector };
  if (typeof given.trigger === 'string' && /^\W*manual\W*$/i.test(given.trigger)) given.trigger = { manual: true };
  // What a word processor or a template makes of a choice: blanks, capitals, quotes around it. What is no text is no choice.
  for (const name of ['storage', 'region', 'collect', 'ask', 'locale', 'country']) {
    const value = given[name];
    given[name] = typeof value === 'string' ? value.toLowerCase().replace(/[^\w-]/g, '') : undefined;
  }
  const settings = complete({ ...defaults, store: host }, given) as unknown as GivenSettings & RawOptions;
  const { collector, brand, terms, privacy, region, sender } = settings;
  const isComplete =
    !given.badJson && (collector.url || given.to) && brand && terms && privacy && (region !== 'ca' || sender);
  return { ...settings, isMisconfigured: !isComplete };
}
