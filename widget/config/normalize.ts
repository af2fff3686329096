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
  if (given.trigger === 'manual') given.trigger = { manual: true };
  const settings = complete({ ...defaults, store: host }, given) as unknown as GivenSettings & RawOptions;
  const { collector, brand, terms, privacy, region, sender } = settings;
  const isComplete = (collector.url || given.to) && brand && terms && privacy && (region !== 'ca' || sender);
  return { ...settings, isMisconfigured: !isComplete };
}
