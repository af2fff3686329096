import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Dependencies } from '../../collector/dependencies.ts';
import { invalid } from '../../collector/http/problem.ts';
import { storeOf as storeOrUsual } from '../../collector/http/storeOf.ts';
import { ruleSetNames } from '../../collector/rules/types.ts';
import type { DemoServices } from './services.ts';
import { submissionViews } from './views.ts';

/** What tests and the demo's pages ask of a store, below `/api`. */
export function registerApi(app: FastifyInstance, services: DemoServices, deps: Dependencies): void {
  const storeOf = (request: FastifyRequest) => storeOrUsual(request, deps.policy.defaultStore);
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });

  app.get('/profiles', async (request) => services.profiles(storeOf(request)));
  app.get('/mails', async (request) => services.mails(storeOf(request)));
  app.get('/rules', async (request) => ({ rules: await services.rules(storeOf(request)) }));

  app.get('/submissions', async (request) => {
    const store = storeOf(request);
    await deps.stores.touch(store);
    return submissionViews(deps.database, store);
  });

  app.post('/reset', async (request, reply) => {
    await services.reset(storeOf(request));
    return reply.code(204).send();
  });

  app.put('/rules', async (request) => {
    const body = (request.body ?? {}) as Record<string, unknown>;
    const rules = ruleSetNames.find((name) => name === body.rules);
    if (!rules) throw invalid(422, [{ field: 'rules', code: 'rules.name', message: ruleSetNames.join(', ') }]);
    await services.setRules(storeOf(request), rules);
    return { rules };
  });
}
