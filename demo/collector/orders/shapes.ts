import type { IncomingHttpHeaders } from 'node:http';
import { type Fields, fieldsOf, fullName, idWith, type OrderShape, type ShapeName } from './readOrder.ts';

/**
 * Shopify, topic `orders/create`: the order as its Admin API tells it.
 * https://shopify.dev/docs/apps/build/webhooks/verify-deliveries
 * https://shopify.dev/docs/api/admin-rest/latest/resources/order
 *
 * `buyer_accepts_marketing` and the customer's `sms_marketing_consent` are not read: an order is never a consent, and what was
 * ticked there was not shown with our wording.
 */
const shopify: OrderShape = {
  name: 'shopify',
  signatureHeader: 'x-shopify-hmac-sha256',
  topic: { header: 'x-shopify-topic', newOrder: 'orders/create' },
  isOther: (body) => /^gid:\/\/shopify\/(?!Order\/)/.test(fieldsOf(body).text('admin_graphql_api_id') ?? ''),
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
      placedAt: order.text('created_at'),
    };
  },
};

/** `gid://shopify/Order/820982911946154508`: ids may be too large for a number of JSON, and as a text this one never is. */
function idOf(order: Fields): string | undefined {
  return /^gid:\/\/shopify\/Order\/(\d+)$/.exec(order.text('admin_graphql_api_id') ?? '')?.[1] ?? order.id('id');
}

/**
 * WooCommerce, topic `order.created`: the order as its REST API tells it.
 * https://developer.woocommerce.com/docs/apis/rest-api/v3/webhooks/
 * https://developer.woocommerce.com/docs/apis/rest-api/v3/orders/
 */
const woocommerce: OrderShape = {
  name: 'woocommerce',
  signatureHeader: 'x-wc-webhook-signature',
  topic: { header: 'x-wc-webhook-topic', newOrder: 'order.created' },
  // A customer has a name to log in by, a product and a coupon have none to pay by.
  isOther: (body) => fieldsOf(body).text('username') !== undefined,
  read(body) {
    const order = fieldsOf(body);
    const billing = order.part('billing');
    return {
      id: idWith('woocommerce', order.id('id')),
      email: billing.text('email'),
      phone: billing.text('phone'),
      name: fullName(billing),
      country: billing.text('country'),
      // Without a zone, and in UTC.
      placedAt: utc(order.text('date_created_gmt')),
    };
  },
};

function utc(instant: string | undefined): string | undefined {
  return instant === undefined || /[Zz]$|[+-]\d\d:?\d\d$/.test(instant) ? instant : `${instant}Z`;
}

/** A shop system of one's own: `{ id, email, phone, name, placedAt }`, signed like the others. */
const plain: OrderShape = {
  name: 'plain',
  signatureHeader: 'x-order-signature',
  read(body) {
    const order = fieldsOf(body);
    return {
      id: idWith('plain', order.id('id')),
      email: order.text('email'),
      phone: order.text('phone'),
      name: order.text('name'),
      placedAt: order.text('placedAt'),
    };
  },
};

/** Every shape by its name. */
export const shapes: Readonly<Record<ShapeName, OrderShape>> = { shopify, woocommerce, plain };

/** The shape of a webhook, told by the header it is signed in. One without any is refused as a plain one. */
export function shapeOf(headers: IncomingHttpHeaders): OrderShape {
  return Object.values(shapes).find(({ signatureHeader }) => signatureHeader in headers) ?? shapes.plain;
}
