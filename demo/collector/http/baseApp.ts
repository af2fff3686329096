import Fastify, { type FastifyError, type FastifyInstance, type FastifyServerOptions } from 'fastify';
import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { isUnavailable } from '../store/unavailable.ts';
import { finishHandlers } from './finishHandlers.ts';
import { readForwarded } from './forwarded.ts';
import { isReady } from './isReady.ts';
import { limitConnections } from './limits/limitConnections.ts';
import { invalid, Problem, sendProblem } from './problem.ts';

export interface BaseOptions extends Pick<FastifyServerOptions, 'trustProxy' | 'forceCloseConnections'> {
  readonly database: Kysely<Tables>;
  /** Where the embedded one keeps its files. */
  readonly folder?: string | undefined;
  /** Gets one line a request: method, route, status, milliseconds. Never an address as it was sent, nor a body. */
  readonly log?: ((line: string) => void) | undefined;
  /** How many connections at a time. */
  readonly connections?: { readonly most: number; readonly isShared: boolean } | undefined;
  /**
   * Milliseconds from the start of a request within which all of it has come in, or it is cut off.
   * @default 15 seconds
   */
  readonly patience?: number;
}

const bodyLimit = 64 * 1024;
/** Milliseconds that a request may take to come in, those included until somebody looks at the clock. */
const usualPatience = 15_000;
/** Milliseconds that a connection may stay without a request. A proxy keeps its own open for a minute, and must not find them shut. */
const idle = { direct: 10_000, proxied: 72_000 };
/** Seconds, told to whoever came while the database was away. */
const comeBackAfter = 5;

/** What every server here has: limits, a log without persons, refusals of one kind, `/healthz` and `/readyz`. */
export function baseApp({
  database,
  folder,
  log,
  connections,
  patience = usualPatience,
  ...options
}: BaseOptions): FastifyInstance {
  const isProxied = options.trustProxy !== undefined;
  // Node looks at its clock now and then; what is late is cut off at the look after.
  const between = patience / 30;
  const requestTimeout = patience - 2 * between;
  const app = Fastify({
    bodyLimit,
    requestTimeout,
    keepAliveTimeout: isProxied ? idle.proxied : idle.direct,
    http: { connectionsCheckingInterval: between, headersTimeout: requestTimeout, requestTimeout },
    routerOptions: { ignoreTrailingSlash: true },
    // Its own answer would repeat the address, which may carry an identifier.
    frameworkErrors: (error, _request, reply) => void sendProblem(reply, problemFrom(error)),
    ...options,
  });
  if (connections) limitConnections(app.server, connections.most, !connections.isShared);
  finishHandlers(app);
  readForwarded(app, isProxied, log);
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    // A connection kept alive would keep the process as well.
    if (isClosing) reply.header('connection', 'close');
    done();
  });
  if (log) {
    app.addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? '(none)';
      log(`${request.method} ${route} ${reply.statusCode} ${Math.round(reply.elapsedTime)} ms`);
      done();
    });
  }
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new Problem(404, 'There is nothing here')));
  app.setErrorHandler<FastifyError | Problem>((error, _request, reply) => {
    const problem = error instanceof Problem ? error : problemFrom(error);
    // The message of an unexpected error may repeat what was sent.
    if (problem.status === 500 || isUnavailable(error)) {
      log?.(`error ${error.name} ${'code' in error ? error.code : ''}`.trim());
    }
    return sendProblem(reply, problem);
  });

  app.get('/healthz', async () => ({ ok: true }));
  app.get('/readyz', async (_request, reply) => {
    if (isClosing || !(await isReady(database, folder))) throw new Problem(503, 'Not now', {}, comeBackAfter);
    return reply.send({ ok: true });
  });
  return app;
}

function problemFrom(error: FastifyError): Problem {
  if (error.statusCode === 413) return invalid(413, [{ field: 'body', code: 'body.size' }]);
  if (error.statusCode === 415) return invalid(415, [{ field: 'content-type', code: 'body.type' }]);
  if (error.code === 'FST_ERR_BAD_URL') return new Problem(400, 'This is no address');
  if (error.statusCode === 400) return invalid(400, [{ field: 'body', code: 'body.json' }]);
  if (isUnavailable(error)) return new Problem(503, 'Not now', {}, comeBackAfter);
  return new Problem(error.statusCode ?? 500, 'Something went wrong here');
}
