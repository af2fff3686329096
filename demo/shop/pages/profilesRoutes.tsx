import type { FastifyInstance } from 'fastify';
import { ruleSetNames } from '../../collector/rules/types.ts';
import type { DemoServices } from '../server/services.ts';
import { sendPage } from './html.ts';
import { ProfilesPage } from './ProfilesPage.tsx';
import { contextOf } from './pageContext.ts';
import { fieldOf, queryOf, storeOfForm } from './request.ts';

/** The profiles, and the two forms on their page. */
export function registerProfiles(app: FastifyInstance, services: DemoServices): void {
  app.get('/profiles', async (request, reply) => {
    const context = contextOf(request, reply);
    const [profiles, rules] = await Promise.all([services.profiles(context.store), services.rules(context.store)]);
    const done = queryOf(request).get('done');
    return sendPage(reply, <ProfilesPage context={context} profiles={profiles} rules={rules} done={done} />);
  });
  app.post('/profiles/rules', async (request, reply) => {
    const store = storeOfForm(request, reply);
    const wanted = fieldOf(request.body, 'rules');
    const rules = ruleSetNames.find((name) => name === wanted);
    if (rules) await services.setRules(store, rules);
    return reply.redirect(`/profiles?store=${store}${rules ? '&done=rules' : ''}`, 303);
  });
  app.post('/profiles/reset', async (request, reply) => {
    const store = storeOfForm(request, reply);
    await services.reset(store);
    // A browser that still remembers a sign-up of people who are gone would be asked nothing, and the tour would stop there.
    reply.header('set-cookie', 'hello_again=; Path=/; Max-Age=0; SameSite=Lax');
    return reply.redirect(`/profiles?store=${store}&done=reset`, 303);
  });
}
