import type { FastifyInstance } from 'fastify';

/** The headers of a server that has no pages: nothing it answers is to be shown, framed or guessed at. */
export function secureHeaders(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    reply
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
      // A page that posts a form without reading the answer is told of a failure otherwise.
      .header('cross-origin-resource-policy', 'cross-origin');
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000');
    return payload;
  });
}
