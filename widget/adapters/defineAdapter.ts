import type { Adapter, AdapterParts } from './adapter.ts';

/** Makes an adapter of its parts: give it to `createSignup` as the `collector`. */
export function defineAdapter(parts: AdapterParts): Adapter {
  const { name, linksBy } = parts.manifest;
  return { linksBy, ...parts, url: `${name}:${parts.account ?? ''}` };
}
