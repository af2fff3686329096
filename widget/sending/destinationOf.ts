import type { Settings } from '../config/settings.ts';
import { fromPage } from '../platform/fromPage.ts';
import { readSendingOptions } from './readSendingOptions.ts';

/**
 * The outbox's name for the destination of a signup's submissions: a collector's address, or an adapter's name and
 * account, which is no address that anything could be posted to by mistake.
 */
export function destinationOf(settings: Settings): string {
  const { url, deliver } = settings.collector;
  if (!url) return `${readSendingOptions(settings).adapter}:`;
  return deliver ? url : fromPage(url);
}
