import type { FastifyInstance } from 'fastify';
import type { Dependencies } from '../dependencies.ts';
import { registerPeople } from '../people/registerPeople.ts';
import { type BaseOptions, baseApp } from './baseApp.ts';
import { registerCollector } from './registerCollector.ts';

/**
 * Builds the collector alone: protocol v1, without pages and without an API that tells everybody what is on file. Not
 * listening yet.
 */
export async function buildCollector(
  deps: Dependencies,
  options: Pick<BaseOptions, 'log' | 'trustProxy' | 'patience' | 'folder'> & { readonly connections?: number } = {},
): Promise<FastifyInstance> {
  // What is under way when it ends is answered first.
  const { connections: most, ...rest } = options;
  // Behind a proxy, or where addresses are not counted, one address may be everybody's.
  const isShared = options.trustProxy !== undefined || !deps.policy.limits?.perAddress;
  const connections = most === undefined ? undefined : { most, isShared };
  const app = baseApp({ database: deps.database, forceCloseConnections: 'idle', connections, ...rest });
  secureHeaders(app);
  await app.register(async (collector) => registerCollector(collector, deps), { prefix: '/v1' });
  await registerPeople(app, deps);
  return app;
}

/** The headers of a server that has no pages: nothing it answers is to be shown, framed or guessed at. */
function secureHeaders(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, _payload, done) => {
    reply
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
      // A page that posts a form without reading the answer is told of a failure otherwise.
      .header('cross-origin-resource-policy', 'cross-origin');
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000');
    done();
  });
}
