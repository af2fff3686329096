import { hubspot } from './hubspot.ts';
import { klaviyo } from './klaviyo.ts';
import { mailchimp } from './mailchimp.ts';
import type { Provider } from './provider.ts';
import { segment } from './segment.ts';
import { shopify } from './shopify.ts';

/** The name of a provider that comes with the package. */
export type ShippedName = 'klaviyo' | 'mailchimp' | 'hubspot' | 'segment' | 'shopify';

/** The providers of the package, by the names that `identify` accepts. Loaded only where one is named. */
export const shipped = { klaviyo, mailchimp, hubspot, segment, shopify } as const satisfies Record<
  ShippedName,
  Provider
>;

/** One of them, as `identify` accepts it: by name; Klaviyo also with the only account whose identifiers count. */
export type ShippedProvider = ShippedName | `klaviyo:${string}`;
