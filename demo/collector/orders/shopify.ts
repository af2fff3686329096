import { type Fields, fieldsOf } from './fieldsOf.ts';
import { fullName } from './fullName.ts';
import { idWith } from './idWith.ts';
import type { OrderShape } from './order.ts';

/**
 * Shopify, topic `orders/create`: the order as its Admin API tells it.
 * https://shopify.dev/docs/apps/build/webhooks/verify-deliveries
 * https://shopify.dev/docs/api/admin-rest/latest/resources/order
 *
 * `buyer_accepts_marketing` and the customer's `sms_marketing_consent` are not read: an order is never a consent, and what was
 * ticked there was not shown with our wording.
 */
export const shopify: OrderShape = {
  name: 'shopify',
  signatureHeader: 'x-shopify-hmac-sha256',
  topic: { header: 'x-shopify-topic', newOrder: 'orders/create' },
  read(body) {
    const order = fieldsOf(body);
    const customer = order.part('customer');
    const billing = order.part('billing_address');
    const shipping = order.part('shipping_address');
    return {
      id: idWith('shopify', idOf(order)),
      email: order.text('email') ?? order.text('contact_email') ?? customer.text('email'),
      // The buyer's own numbers first: the one of an address may be that of whoever gets the parcel.
      phone: order.text('phone') ?? customer.text('phone') ?? billing.text('phone') ?? shipping.text('phone'),
      name: fullName(customer) ?? fullName(billing),
      country: billing.text('country_code') ?? shipping.text('country_code'),
    };
  },
};

/** `gid://shopify/Order/820982911946154508`: ids may be too large for a number of JSON, and as a text this one never is. */
function idOf(order: Fields): string | undefined {
  return /^gid:\/\/shopify\/Order\/(\d+)$/.exec(order.text('admin_graphql_api_id') ?? '')?.[1] ?? order.id('id');
}
