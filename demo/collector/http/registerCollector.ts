import type { FastifyInstance } from 'fastify';
import { registerCodes } from '../codes/registerCodes.ts';
import { addCounts } from '../counts/addCounts.ts';
import { checkCounts } from '../counts/checkCounts.ts';
import type { Dependencies, Policy } from '../dependencies.ts';
import { registerCheckouts } from '../orders/registerCheckouts.ts';
import { checkSubmission } from '../submissions/checkSubmission.ts';
import { checkLookup, lookUp } from '../submissions/lookUp.ts';
import { takeSubmission } from '../submissions/takeSubmission.ts';
import { addBodyFormats } from './bodies.ts';
import { addFaults } from './faults.ts';
import { networkOf } from './limits/addressKey.ts';
import { openLimits } from './limits/openLimits.ts';
import { Problem } from './problem.ts';
import { storeOfBody } from './storeOf.ts';

/** The collector: protocol v1 below `/v1`. */
export async function registerCollector(app: FastifyInstance, deps: Dependencies): Promise<void> {
  const { circumstances, policy } = deps;
  addCors(app, policy.origins);
  if (policy.takesFaults) addFaults(app);

  await app.register(async (posts) => {
    const limits = openLimits(policy.limits, () => circumstances().now);
    // Before the body is read.
    posts.addHook('onRequest', (request, _reply, done) => {
      limits.address(request.ip);
      done();
    });
    addBodyFormats(posts);
    posts.post('/submissions', async (request, reply) => {
      // The owner's notice asks whether anybody is here.
      if (isPing(request.body)) return reply.code(204).send();
      const submission = await checkSubmission(request.body, policy, circumstances().now);
      limits.store(storeOfBody(request, submission.store), request.ip);
      return takeSubmission({ ...deps, network: networkOf(request.ip) }, submission);
    });
    registerCodes(posts, deps, limits);
    posts.post('/counts', async (request, reply) => {
      const counts = checkCounts(request.body);
      limits.store(storeOfBody(request, counts.store), request.ip);
      await addCounts(deps, counts);
      return reply.code(204).send();
    });
    posts.post('/lookup', async (request) => {
      const { store, identifiers } = checkLookup(request.body);
      limits.store(storeOfBody(request, store), request.ip);
      return lookUp(deps, store, identifiers);
    });
  });
  // Not counted: they are signed, come from few addresses, and a shop that is refused soon stops telling.
  await app.register(async (orders) => registerCheckouts(orders, deps));
}

function isPing(body: unknown): boolean {
  return typeof body === 'object' && body !== null && (body as { readonly ping?: unknown }).ping === true;
}

/**
 * Lets the pages of these origins post and read the answers, `Retry-After` among them, which a browser hides unless told
 * otherwise. A page of another origin is refused here as well: plain text and forms reach a server without being allowed to.
 * What comes without an origin is no page's.
 */
function addCors(app: FastifyInstance, origins: Policy['origins']): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('cache-control', 'no-store');
    if (origins === '*') {
      reply.header('access-control-allow-origin', '*');
    } else {
      const { origin } = request.headers;
      reply.header('vary', 'origin');
      if (origin === undefined) return done();
      if (!origins.includes(origin)) throw new Problem(403, 'Pages of this origin may not post here');
      reply.header('access-control-allow-origin', origin);
    }
    reply.header('access-control-expose-headers', 'retry-after');
    done();
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
