import type { Settings } from '../config/settings.ts';
import { readSendingOptions } from './readSendingOptions.ts';

/**
 * What the outbox calls the place where a signup's submissions go: a collector's address, or an adapter's name and account.
 * An adapter's is no address that anything could be posted to by mistake.
 */
export function destinationOf(settings: Settings): string {
  return settings.collector.url || `${readSendingOptions(settings).adapter}:`;
}
