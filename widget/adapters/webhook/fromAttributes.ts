import type { Adapter } from '../adapter.ts';
import type { Format } from './api.ts';
import { webhook } from './index.ts';

/** From the attributes of the script tag. */
export function fromAttributes(given: Readonly<Record<string, unknown>>): Adapter {
  return webhook({ url: String(given.webhookUrl ?? ''), format: given.webhookFormat as Format | undefined });
}
