import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { parseJson } from './bodies.ts';
import type { Dependencies } from './dependencies.ts';
import { placeOrder } from './placeOrder.ts';
import { invalid } from './problem.ts';
import { storeOf } from './storeOf.ts';

export const signatureHeader = 'x-order-signature';

/** The signature of a webhook's body: HMAC-SHA256, base64. */
export function signatureOf(body: string | Buffer, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

/** `POST /checkouts`: the order webhook of a checkout that no script can enter. */
export function registerCheckouts(app: FastifyInstance, deps: Dependencies): void {
  // The signature is over the bytes as they came.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) => body);

  app.post('/checkouts', async (request) => {
    const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const given = Buffer.from(String(request.headers[signatureHeader] ?? ''));
    const due = Buffer.from(signatureOf(raw, deps.orderSecret));
    if (given.length !== due.length || !timingSafeEqual(given, due)) {
      throw invalid(401, [{ field: signatureHeader, code: 'signature' }]);
    }
    const { id, email, phone } = orderFrom(parseJson(raw.toString('utf8')));
    await placeOrder(deps, storeOf(request), id, {
      ...(email === undefined ? {} : { email }),
      ...(phone === undefined ? {} : { phone }),
    });
    return { id };
  });
}

function orderFrom(body: unknown): { id: string; email: string | undefined; phone: string | undefined } {
  const { id, email, phone } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  if (typeof id !== 'string' || id.length === 0 || id.length > 100) {
    throw invalid(422, [{ field: 'id', code: 'order.id' }]);
  }
  return { id, email: textOrNone('email', email), phone: textOrNone('phone', phone) };
}

/** Shops send null, or nothing, for what the buyer left empty. */
function textOrNone(field: string, value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string' || value.length > 320) throw invalid(422, [{ field, code: 'order.text' }]);
  return value;
}
