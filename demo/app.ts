import { randomBytes } from 'node:crypto';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { serveAssets } from './assets.ts';
import type { Dependencies } from './collector/dependencies.ts';
import { usualKid } from './collector/linkKeysFrom.ts';
import { type LinkKeys, openLinks } from './collector/links.ts';
import { invalid, Problem, sendProblem } from './collector/problem.ts';
import { registerCollector } from './collector/register.ts';
import { registerApi } from './collector/registerApi.ts';
import { demoServices } from './demoServices.ts';
import { addSecurityHeaders } from './security.ts';
import type { DemoServices } from './services.ts';
import { keptSecret } from './store/secrets.ts';
import { openStores } from './store/stores.ts';
import type { Tables } from './store/tables.ts';
import { uuidMaker } from './store/uuid.ts';

export interface AppOptions {
  /** Open and up to date; whoever opened it closes it. */
  readonly database: Kysely<Tables>;
  /**
   * Milliseconds since 1970.
   * @default Date.now
   */
  readonly now?: () => number;
  /** @default UUIDs of version 7 */
  readonly newId?: () => string;
  /**
   * What links are signed with, the newest key first.
   * @default a random one, kept in the database
   */
  readonly linkKeys?: LinkKeys;
  /**
   * What order webhooks are signed with.
   * @default a random one, kept in the database
   */
  readonly orderSecret?: string;
  /**
   * Gets one line a request: method, route, status, milliseconds. Never an address as it was sent, nor a body.
   * @default nothing is logged
   */
  readonly log?: (line: string) => void;
  /** The build's folder; without it no file is served. */
  readonly dist?: string;
  /** Where this server is reached from outside. */
  readonly origin?: string;
  /** Adds the pages. */
  readonly pages?: (app: FastifyInstance, services: DemoServices) => void;
}

const bodyLimit = 64 * 1024;

/** Builds the demo store: the collector, its API, files and pages. Not listening yet; tests use `inject`. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { database, log, now = Date.now, newId = uuidMaker(now) } = options;
  const app = Fastify({ bodyLimit, forceCloseConnections: true, routerOptions: { ignoreTrailingSlash: true } });
  const secret = () => randomBytes(32).toString('base64url');
  const linkKeys = options.linkKeys ?? [{ kid: usualKid, secret: await keptSecret(database, 'link', secret) }];
  const deps: Dependencies = {
    database,
    circumstances: () => ({ now: now(), newId }),
    stores: openStores(database, () => ({ now: now(), newId })),
    links: openLinks(linkKeys),
    orderSecret: options.orderSecret ?? (await keptSecret(database, 'order', secret)),
  };
  const services = demoServices(app, deps, options.origin);

  addSecurityHeaders(app);
  if (log) {
    app.addHook('onResponse', async (request, reply) => {
      const route = request.routeOptions.url ?? '(none)';
      log(`${request.method} ${route} ${reply.statusCode} ${Math.round(reply.elapsedTime)} ms`);
    });
  }
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new Problem(404, 'There is nothing here')));
  app.setErrorHandler<FastifyError | Problem>((error, _request, reply) => {
    const problem = error instanceof Problem ? error : problemFrom(error);
    // The message of an unexpected error may repeat what was sent.
    if (problem.status === 500) log?.(`error ${error.name} ${'code' in error ? error.code : ''}`.trim());
    return sendProblem(reply, problem);
  });

  app.get('/healthz', async () => ({ ok: true }));
  app.get('/readyz', async (_request, reply) => {
    await database.selectFrom('stores').select('name').limit(1).execute();
    return reply.send({ ok: true });
  });
  await app.register(async (collector) => registerCollector(collector, deps), { prefix: '/v1' });
  await app.register(async (api) => registerApi(api, services, deps), { prefix: '/api' });
  if (options.dist !== undefined) await serveAssets(app, options.dist);
  options.pages?.(app, services);
  return app;
}

function problemFrom(error: FastifyError): Problem {
  if (error.statusCode === 413) return invalid(413, [{ field: 'body', code: 'body.size' }]);
  if (error.statusCode === 415) return invalid(415, [{ field: 'content-type', code: 'body.type' }]);
  if (error.statusCode === 400) return invalid(400, [{ field: 'body', code: 'body.json' }]);
  return new Problem(error.statusCode ?? 500, 'Something went wrong here');
}
