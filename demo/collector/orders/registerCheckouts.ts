import type { FastifyInstance } from 'fastify';
import type { Dependencies } from '../dependencies.ts';
import { parseJson } from '../http/bodies.ts';
import { invalid } from '../http/problem.ts';
import { storeOf } from '../http/storeOf.ts';
import { isSaved } from './isSaved.ts';
import { isSigned } from './isSigned.ts';
import { placeOrder } from './placeOrder.ts';
import { shapeOf } from './shapeOf.ts';

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
    if (!isSigned(raw, headers[signatureHeader], deps.orderSecret)) {
      throw invalid(401, [{ field: signatureHeader, code: 'signature' }]);
    }
    if (topic && headers[topic.header] !== topic.newOrder) return { ignored: true };
    const order = read(parseJson(raw.toString('utf8')));
    await placeOrder(deps, storeOf(request, deps.policy.defaultStore), order);
    return { id: order.id };
  });
}
