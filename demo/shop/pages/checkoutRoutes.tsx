import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ShapeName } from '../../collector/orders/readOrder.ts';
import type { DemoServices, Order } from '../server/services.ts';
import { CheckoutPage, ThanksPage, webhooks } from './CheckoutPage.tsx';
import { type Coffee, coffeeOf } from './coffees.ts';
import { linkIn } from './links.ts';
import { contextOf, fieldOf, frameOf, queryOf, sendPage, storeOfForm } from './request.ts';

const usual: Coffee = coffeeOf('house-blend') ?? fail();

function fail(): never {
  throw new Error('the house blend is missing from the coffees');
}

/** The shop's own checkout, and one of a payment company, `?hosted=1`. */
export function registerCheckout(app: FastifyInstance, services: DemoServices): void {
  app.get('/checkout', (request, reply) => {
    const coffee = coffeeOf(queryOf(request).get('coffee')) ?? usual;
    const context = contextOf(request, reply);
    return sendPage(reply, <CheckoutPage context={context} coffee={coffee} isHosted={isHosted(request)} />);
  });
  app.post('/checkout', async (request, reply) => {
    const store = storeOfForm(request, reply);
    if (isHosted(request)) await services.hostedOrder(store, orderOf(request.body), shapeOf(request.body));
    else await services.placeOrder(store, orderOf(request.body));
    const thanks = isHosted(request) ? '/checkout/thanks?hosted=1' : '/checkout/thanks';
    return reply.redirect(linkIn({ store, frame: frameOf(request) }, thanks), 303);
  });
  app.get('/checkout/thanks', (request, reply) =>
    sendPage(reply, <ThanksPage context={contextOf(request, reply)} isHosted={isHosted(request)} />),
  );
}

function isHosted(request: FastifyRequest): boolean {
  return queryOf(request).get('hosted') === '1';
}

/** The kind of shop whose webhook tells of an order of the hosted checkout: the one chosen, else the first. */
function shapeOf(body: unknown): ShapeName {
  const chosen = fieldOf(body, 'webhook');
  return (webhooks.find(({ shape }) => shape === chosen) ?? webhooks[0]).shape;
}

/** Fields left empty are left out. */
function orderOf(body: unknown): Order {
  const email = fieldOf(body, 'email');
  const phone = fieldOf(body, 'phone');
  const name = fieldOf(body, 'name');
  return { ...(email && { email }), ...(phone && { phone }), ...(name && { name }) };
}
