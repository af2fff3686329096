import type { Settings } from '../config/settings.ts';

/** Whether a code can be checked: by a collector of the protocol alone, for an adapter names no address to post to. */
export function supportsCodes({ collector }: Pick<Settings, 'collector'>): boolean {
  return !!collector.url && !collector.deliver;
}
