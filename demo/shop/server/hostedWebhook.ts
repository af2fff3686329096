import type { ShapeName } from '../../collector/orders/readOrder.ts';
import { shapes } from '../../collector/orders/shapes.ts';
import type { Order } from './services.ts';

/**
 * What a hosted checkout sends for an order, without its signature. It follows the vendors' documentation, but is short: real
 * webhooks have the whole order.
 *
 * @param id a UUID; shops number their orders, so the number is made of its last digits
 */
export function hostedWebhook(
  shape: ShapeName,
  id: string,
  order: Order,
): { readonly headers: Record<string, string>; readonly payload: string } {
  const { topic } = shapes[shape];
  const headers = { 'content-type': 'application/json', ...(topic ? { [topic.header]: topic.newOrder } : {}) };
  const number = Number.parseInt(id.slice(-12), 16);
  return { headers, payload: JSON.stringify(bodies[shape](order, shape === 'plain' ? id : number)) };
}

type Body = (order: Order, id: string | number) => object;

const bodies: Readonly<Record<ShapeName, Body>> = {
  shopify: ({ email = '', phone = null, name = '' }, id) => ({
    id,
    admin_graphql_api_id: `gid://shopify/Order/${id}`,
    email,
    contact_email: email,
    phone: null,
    buyer_accepts_marketing: false,
    customer: { email, phone: null, first_name: name, last_name: null },
    billing_address: { first_name: name, last_name: null, phone, country_code: 'GB' },
    shipping_address: { first_name: name, last_name: null, phone, country_code: 'GB' },
  }),
  woocommerce: ({ email = '', phone = '', name = '' }, id) => ({
    id,
    status: 'processing',
    billing: { first_name: name, last_name: '', email, phone, country: 'GB' },
  }),
  plain: (order, id) => ({ id, ...order }),
};
