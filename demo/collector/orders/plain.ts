import { fieldsOf } from './fieldsOf.ts';
import { idWith } from './idWith.ts';
import type { OrderShape } from './order.ts';

/** A shop system of one's own: `{ id, email, phone, name }`, signed like the others. */
export const plain: OrderShape = {
  name: 'plain',
  signatureHeader: 'x-order-signature',
  read(body) {
    const order = fieldsOf(body);
    return {
      id: idWith('plain', order.id('id')),
      email: order.text('email'),
      phone: order.text('phone'),
      name: order.text('name'),
    };
  },
};
