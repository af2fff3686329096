import type { FastifyInstance } from 'fastify';

/**
 * Lets a server that closes wait for what its handlers have begun. Fastify waits for connections, and so not for whoever has gone
 * away: a sign-up in work would find its database closed.
 */
export function finishHandlers(app: FastifyInstance): void {
  const underWay = new Set<Promise<unknown>>();
  app.addHook('onRoute', (route) => {
    const { handler } = route;
    route.handler = function (...about) {
      const work = handler.apply(this, about);
      if (work instanceof Promise) {
        underWay.add(work);
        const forget = () => underWay.delete(work);
        work.then(forget, forget);
      }
      return work;
    };
  });
  app.addHook('onClose', async () => {
    await Promise.allSettled(underWay);
  });
}
