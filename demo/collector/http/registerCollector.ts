import type { FastifyInstance } from 'fastify';
import { registerCodes } from '../codes/registerCodes.ts';
import type { Dependencies } from '../dependencies.ts';
import { registerCheckouts } from '../orders/registerCheckouts.ts';
import { checkLookup } from '../submissions/checkLookup.ts';
import { checkSubmission } from '../submissions/checkSubmission.ts';
import { lookUp } from '../submissions/lookUp.ts';
import { takeSubmission } from '../submissions/takeSubmission.ts';
import { addCors } from './addCors.ts';
import { addBodyFormats } from './bodies.ts';
import { addFaults } from './faults.ts';
import { openLimits } from './limits/openLimits.ts';
import { storeOfBody } from './storeOf.ts';

/** The collector: protocol v1 below `/v1`. */
export async function registerCollector(app: FastifyInstance, deps: Dependencies): Promise<void> {
  const { circumstances, policy } = deps;
  addCors(app, policy.origins);
  if (policy.takesFaults) addFaults(app);

  await app.register(async (posts) => {
    const limits = openLimits(policy.limits, () => circumstances().now);
    // Before the body is read.
    posts.addHook('onRequest', async (request) => limits.address(request.ip));
    addBodyFormats(posts);
    posts.post('/submissions', async (request, reply) => {
      // The owner's notice asks whether anybody is here.
      if (isPing(request.body)) return reply.code(204).send();
      const submission = checkSubmission(request.body, policy, circumstances().now);
      limits.store(storeOfBody(request, submission.store));
      return takeSubmission(deps, submission);
    });
    registerCodes(posts, deps, limits);
    posts.post('/lookup', async (request) => {
      const { store, identifiers } = checkLookup(request.body);
      limits.store(storeOfBody(request, store));
      return lookUp(deps, store, identifiers);
    });
  });
  // Not counted: they are signed, come from few addresses, and a shop that is refused soon stops telling.
  await app.register(async (orders) => registerCheckouts(orders, deps));
}

function isPing(body: unknown): boolean {
  return typeof body === 'object' && body !== null && (body as { readonly ping?: unknown }).ping === true;
}
