import type { FastifyInstance } from 'fastify';
import type { Dependencies } from '../dependencies.ts';
import { registerPeople } from '../people/registerPeople.ts';
import { type BaseOptions, baseApp } from './baseApp.ts';
import { registerCollector } from './registerCollector.ts';
import { secureHeaders } from './secureHeaders.ts';

/**
 * Builds the collector alone: protocol v1, without pages and without an API that tells everybody what is on file. Not
 * listening yet.
 */
export async function buildCollector(
  deps: Dependencies,
  options: Pick<BaseOptions, 'log' | 'trustProxy'> = {},
): Promise<FastifyInstance> {
  // What is under way when it ends is answered first.
  const app = baseApp({ database: deps.database, forceCloseConnections: 'idle', ...options });
  secureHeaders(app);
  await app.register(async (collector) => registerCollector(collector, deps), { prefix: '/v1' });
  await registerPeople(app, deps);
  return app;
}
