import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ShapeName } from '../../collector/orders/readOrder.ts';
import type { DemoServices, Order } from '../server/services.ts';
import { type Coffee, coffeeOf, houseBlend } from './coffees.ts';
import { Layout } from './Layout.tsx';
import { linkIn } from './links.ts';
import { contextOf, fieldOf, frameOf, type PageContext, queryOf, sendPage, storeOfForm } from './request.ts';

interface CheckoutProps {
  readonly context: PageContext;
  readonly coffee: Coffee;
  /** A checkout of another company, which no script of the shop can enter. */
  readonly isHosted: boolean;
}

/** The checkout. The hosted one looks the same and has neither script tag nor slot. */
function CheckoutPage({ context, coffee, isHosted }: CheckoutProps) {
  return (
    <Layout
      context={context}
      title={isHosted ? 'Hosted checkout' : 'Checkout'}
      step={2}
      styles={['shop', 'checkout']}
      modules={modulesOf(context, isHosted)}
      hasSignup={!isHosted}
    >
      <h1>{isHosted ? 'Hosted checkout' : 'Checkout'}</h1>
      {!context.frame && <HostedSwitch coffee={coffee} isHosted={isHosted} />}
      {!context.frame && isHosted && <WebhookChoice />}
      <div class="till">
        <form method="post" action={linkIn(context, isHosted ? '/checkout?hosted=1' : '/checkout')} id="order">
          <input type="hidden" name="store" value={context.store} />
          <fieldset class="bare">
            <legend class="unseen">Your order</legend>
            <p class="field">
              <label for="name">Name</label>
              <input id="name" name="name" type="text" autoComplete="name" />
            </p>
            <p class="field">
              <label for="email">Email address</label>
              <input id="email" name="email" type="email" autoComplete="email" required />
            </p>
            <p class="field">
              <label for="phone">Phone</label>
              <span class="small" id="phone-hint">
                For the courier. You may leave it out.
              </span>
              <input id="phone" name="phone" type="tel" autoComplete="tel" aria-describedby="phone-hint" />
            </p>
            {!isHosted && <div id="sms-consent" />}
            <button class="button wide" type="submit">
              Place order
            </button>
            <p class="small">This is a demo: nothing is charged and nothing is delivered.</p>
          </fieldset>
        </form>
        <aside class={`summary hour-${coffee.slug}`} aria-labelledby="summary-title">
          <h2 id="summary-title">Your basket</h2>
          <div class="bag">
            <img src={`/public/art/${coffee.slug}.svg`} alt="" width="400" height="480" />
          </div>
          <dl class="facts">
            <div>
              <dt>{coffee.name}, 250 g</dt>
              <dd>{coffee.price}</dd>
            </div>
            <div>
              <dt>Post</dt>
              <dd>On us</dd>
            </div>
            <div class="total">
              <dt>To pay</dt>
              <dd>{coffee.price}</dd>
            </div>
          </dl>
        </aside>
      </div>
    </Layout>
  );
}

/** A hosted checkout carries no script of the shop, and a shop with the plain popup has nothing to do at the checkout. */
function modulesOf({ frame }: PageContext, isHosted: boolean): readonly string[] {
  return [...(frame ? [] : ['checkoutSwitch']), ...(isHosted || frame === 'plain' ? [] : ['checkout'])];
}

/** A separate form, so that it works without a script; with one, changing the box is enough. */
function HostedSwitch({ coffee, isHosted }: { readonly coffee: Coffee; readonly isHosted: boolean }) {
  return (
    <form class="switch" method="get" action="/checkout" id="checkout-switch">
      <input type="hidden" name="coffee" value={coffee.slug} />
      <input
        type="checkbox"
        id="hosted"
        name="hosted"
        value="1"
        checked={isHosted}
        aria-describedby="hosted-hint"
        autoComplete="off"
      />
      <div>
        <label for="hosted">Hosted checkout</label>
        <p class="small" id="hosted-hint">
          {isHosted
            ? 'The page of a payment company: no script of the shop runs here, so nobody is asked for consent. The order reaches the platform by a webhook. '
            : 'The shop’s own page. Switch to see one that no script of the shop can enter. '}
          The page changes at once.
        </p>
      </div>
      <noscript>
        <button class="button plain" type="submit">
          Switch
        </button>
      </noscript>
    </form>
  );
}

/** Part of the order's form, but placed beside the switch that explains the webhook, because no buyer chooses a webhook. */
function WebhookChoice() {
  return (
    <fieldset class="webhooks">
      <legend>Format of its webhook</legend>
      {webhooks.map(({ shape, label }, i) => (
        <span key={shape} class="webhook">
          <input
            type="radio"
            id={`webhook-${shape}`}
            name="webhook"
            value={shape}
            checked={i === 0}
            form="order"
            autoComplete="off"
          />
          <label for={`webhook-${shape}`}>{label}</label>
        </span>
      ))}
    </fieldset>
  );
}

/** What a customer sees after ordering. A hosted checkout has no script on this page either. */
function ThanksPage({ context, isHosted }: { readonly context: PageContext; readonly isHosted: boolean }) {
  return (
    <Layout context={context} title="Order placed" step={3} styles={['shop', 'checkout']} hasSignup={!isHosted}>
      <div class="thanks">
        <h1>Thank you</h1>
        <p class="lead">Your coffee is as good as in the post.</p>
        {!context.frame && (
          <>
            <p>
              {isHosted
                ? 'The hosted checkout has sent the order to the shop’s platform in a signed webhook. '
                : 'The shop has sent the order to its platform. '}
              See what that did to the profiles, and which numbers may be texted.
            </p>
            <p>
              <a class="button" href="/profiles">
                See the profiles
              </a>
            </p>
          </>
        )}
      </div>
    </Layout>
  );
}

interface Webhook {
  readonly shape: ShapeName;
  readonly label: string;
}

/** The webhooks that the hosted checkout can send, the default first. */
const webhooks: readonly [Webhook, ...Webhook[]] = [
  { shape: 'shopify', label: 'Shopify' },
  { shape: 'woocommerce', label: 'WooCommerce' },
  { shape: 'plain', label: 'your own shop' },
];

/** The shop's own checkout, and one of a payment company, `?hosted=1`. */
export function registerCheckout(app: FastifyInstance, services: DemoServices): void {
  app.get('/checkout', (request, reply) => {
    const coffee = coffeeOf(queryOf(request).get('coffee')) ?? houseBlend;
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

/** The chosen format of the hosted checkout's webhook, or the first. */
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
