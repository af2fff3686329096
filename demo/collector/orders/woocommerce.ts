import { fieldsOf } from './fieldsOf.ts';
import { fullName } from './fullName.ts';
import { idWith } from './idWith.ts';
import type { OrderShape } from './order.ts';

/**
 * WooCommerce, topic `order.created`: the order as its REST API tells it.
 * https://developer.woocommerce.com/docs/apis/rest-api/v3/webhooks/
 * https://developer.woocommerce.com/docs/apis/rest-api/v3/orders/
 */
export const woocommerce: OrderShape = {
  name: 'woocommerce',
  signatureHeader: 'x-wc-webhook-signature',
  topic: { header: 'x-wc-webhook-topic', newOrder: 'order.created' },
  read(body) {
    const order = fieldsOf(body);
    const billing = order.part('billing');
    return {
      id: idWith('woocommerce', order.id('id')),
      email: billing.text('email'),
      phone: billing.text('phone'),
      name: fullName(billing),
      country: billing.text('country'),
    };
  },
};
