import type { Adapter } from '../adapter.ts';
import { dataLayer } from './index.ts';

/** From the attributes of the script tag. */
export function fromAttributes(given: Readonly<Record<string, unknown>>): Adapter {
  const { dataLayerName: name, dataLayerIncludeContact: flag } = given;
  const includeContact = flag === true || flag === '' || flag === 'true';
  return dataLayer({ name: name === undefined ? undefined : String(name), includeContact });
}
