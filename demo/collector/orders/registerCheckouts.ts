import { createHmac } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Dependencies } from '../dependencies.ts';
import { parseJson } from '../http/bodies.ts';
import { invalid } from '../http/problem.ts';
import { storeOf } from '../http/storeOf.ts';
import { isSameSecret } from '../store/secrets.ts';
import { placeOrder } from './placeOrder.ts';
import type { ShopOrder } from './readOrder.ts';
import { shapeOf } from './shapes.ts';

/** An order of many lines is larger than anything a page sends. */
const bodyLimit = 1024 * 1024;

/**
 * `POST /checkouts`: the order webhook of a checkout that no script can enter. What is signed and not of use is answered 200
 * all the same: shops count refusals, and stop sending after a few.
 */
export function registerCheckouts(app: FastifyInstance, deps: Dependencies): void {
  // The signature is over the bytes as they came.
  app.removeAllContentTypeParsers();
  const types = ['application/json', 'application/x-www-form-urlencoded'];
  app.addContentTypeParser(types, { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) => body);

  app.post('/checkouts', { bodyLimit }, async (request) => {
    const { body, headers } = request;
    const raw = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    if (isSaved(raw)) return { ok: true };
    const { name, signatureHeader, topic, isOther, read } = shapeOf(headers);
    const store = storeOf(request, deps.policy.defaultStore);
    if (!isSameSecret(String(headers[signatureHeader]), signatureOf(raw, deps.orderSecrets(store, name)))) {
      throw invalid(401, [{ field: signatureHeader, code: 'signature' }]);
    }
    if (topic && headers[topic.header] !== topic.newOrder) return { ignored: true };
    const sent = parseJson(raw.toString('utf8'));
    if (isOther?.(sent)) return { ignored: true };
    const order = read(sent);
    if (deps.policy.clock && !isTimely(order, deps.circumstances().now)) return { ignored: true };
    const bodyHash = createHmac('sha256', deps.codeSecret).update('order ').update(raw).digest('base64url');
    await placeOrder(deps, store, order, bodyHash);
    return { id: order.id };
  });
}

const day = 24 * 60 * 60 * 1000;
/** Shops try again for a few days where nobody answers. */
const oldest = 7 * day;

/** Whether an order was placed lately. One that does not say so was signed without a time, and nobody can take it out. */
function isTimely({ placedAt }: ShopOrder, now: number): boolean {
  if (placedAt === undefined) return true;
  const at = Date.parse(placedAt);
  return at > now - oldest && at < now + day;
}

/**
 * What WooCommerce posts once when a webhook is saved, to see whether anybody answers 200: a form with the webhook's number,
 * neither signed nor with a topic, so it is taken for nothing but that.
 * https://github.com/woocommerce/woocommerce/blob/trunk/plugins/woocommerce/includes/class-wc-webhook.php (`deliver_ping`)
 */
function isSaved(body: Buffer): boolean {
  return body.length <= 40 && /^webhook_id=\d+$/.test(body.toString('latin1'));
}

/** The signature of a webhook's body: HMAC-SHA256, base64. */
export function signatureOf(body: string | Buffer, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}
