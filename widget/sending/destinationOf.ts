import type { Settings } from '../config/settings.ts';
import { fromPage } from '../platform/fromPage.ts';
import { readSendingOptions } from './readSendingOptions.ts';

/**
 * What the outbox calls the place where a signup's submissions go: a collector's address, or an adapter's name and account.
 * An adapter's is no address that anything could be posted to by mistake.
 */
export function destinationOf(settings: Settings): string {
  const { url, deliver } = settings.collector;
  if (!url) return `${readSendingOptions(settings).adapter}:`;
  return deliver ? url : fromPage(url);
}
