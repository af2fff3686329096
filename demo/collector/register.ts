import type { FastifyInstance } from 'fastify';
import { addBodyFormats } from './bodies.ts';
import { checkLookup } from './checkLookup.ts';
import { checkSubmission } from './checkSubmission.ts';
import type { Dependencies } from './dependencies.ts';
import { addFaults } from './faults.ts';
import { lookUp } from './lookUp.ts';
import { registerCheckouts } from './registerCheckouts.ts';
import { storeOfBody } from './storeOf.ts';
import { takeSubmission } from './takeSubmission.ts';

/** The collector: protocol v1 below `/v1`, for pages of any origin. */
export async function registerCollector(app: FastifyInstance, deps: Dependencies): Promise<void> {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('access-control-allow-origin', '*').header('cache-control', 'no-store');
  });
  addFaults(app);

  app.options('/*', async (_request, reply) =>
    reply
      .code(204)
      .header('access-control-allow-methods', 'POST')
      .header('access-control-allow-headers', 'content-type')
      .header('access-control-max-age', '86400')
      .send(),
  );

  await app.register(async (posts) => {
    addBodyFormats(posts);
    posts.post('/submissions', async (request, reply) => {
      // The owner's notice asks whether anybody is here.
      if (isPing(request.body)) return reply.code(204).send();
      const submission = checkSubmission(request.body);
      storeOfBody(request, submission.store);
      return takeSubmission(deps, submission);
    });
    posts.post('/lookup', async (request) => {
      const { store, identifiers } = checkLookup(request.body);
      return lookUp(deps, storeOfBody(request, store), identifiers);
    });
  });
  await app.register(async (orders) => registerCheckouts(orders, deps));
}

function isPing(body: unknown): boolean {
  return typeof body === 'object' && body !== null && (body as { readonly ping?: unknown }).ping === true;
}
