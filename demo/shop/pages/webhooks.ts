import type { ShapeName } from '../../collector/orders/readOrder.ts';

interface Webhook {
  readonly shape: ShapeName;
  readonly label: string;
}

/** Whose webhook the hosted checkout may send, the usual one first. */
export const webhooks: readonly [Webhook, ...Webhook[]] = [
  { shape: 'shopify', label: 'Shopify' },
  { shape: 'woocommerce', label: 'WooCommerce' },
  { shape: 'plain', label: 'a shop of one’s own' },
];
