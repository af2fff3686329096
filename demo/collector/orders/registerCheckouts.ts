import { createHmac } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Dependencies } from '../dependencies.ts';
import { parseJson } from '../http/bodies.ts';
import { invalid } from '../http/problem.ts';
import { storeOf } from '../http/storeOf.ts';
import { isSameSecret } from '../store/secrets.ts';
import { placeOrder } from './placeOrder.ts';
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
    const { signatureHeader, topic, read } = shapeOf(headers);
    if (!isSameSecret(String(headers[signatureHeader]), signatureOf(raw, deps.orderSecret))) {
      throw invalid(401, [{ field: signatureHeader, code: 'signature' }]);
    }
    if (topic && headers[topic.header] !== topic.newOrder) return { ignored: true };
    const order = read(parseJson(raw.toString('utf8')));
    await placeOrder(deps, storeOf(request, deps.policy.defaultStore), order);
    return { id: order.id };
  });
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
