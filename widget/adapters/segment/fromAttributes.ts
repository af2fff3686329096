import type { Adapter } from '../adapter.ts';
import { segment } from './index.ts';

/** From the attributes of the script tag. */
export function fromAttributes(given: Readonly<Record<string, unknown>>): Adapter {
  return segment({ event: given.segmentEvent === undefined ? undefined : String(given.segmentEvent) });
}
