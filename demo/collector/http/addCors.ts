import type { FastifyInstance } from 'fastify';
import type { Policy } from '../policy.ts';
import { Problem } from './problem.ts';

/**
 * Lets the pages of these origins post and read the answers, `Retry-After` among them, which a browser hides unless told
 * otherwise. A page of another origin is refused here as well: plain text and forms reach a server without being allowed to.
 * What comes without an origin is no page's.
 */
export function addCors(app: FastifyInstance, origins: Policy['origins']): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (origins === '*') {
      reply.header('access-control-allow-origin', '*');
    } else {
      const { origin } = request.headers;
      reply.header('vary', 'origin');
      if (origin === undefined) return;
      if (!origins.includes(origin)) throw new Problem(403, 'Pages of this origin may not post here');
      reply.header('access-control-allow-origin', origin);
    }
    reply.header('access-control-expose-headers', 'retry-after');
  });
  app.options('/*', async (_request, reply) =>
    reply
      .code(204)
      .header('access-control-allow-methods', 'POST')
      .header('access-control-allow-headers', 'content-type')
      .header('access-control-max-age', '86400')
      .send(),
  );
}
