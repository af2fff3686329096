import type { FastifyInstance } from 'fastify';
import { type RuleSetName, ruleSetNames } from '../../collector/rules/types.ts';
import type { DemoServices, ProfileView } from '../server/services.ts';
import { Layout } from './Layout.tsx';
import { ProfileCards } from './ProfileCards.tsx';
import { countOf, ruleWords } from './profileWords.ts';
import { contextOf, fieldOf, type PageContext, queryOf, sendPage, storeOfForm } from './request.ts';

interface ProfilesProps {
  readonly context: PageContext;
  readonly profiles: readonly ProfileView[];
  readonly rules: RuleSetName;
  /** What a form of this page has just done, to be shown once. */
  readonly done: string | null;
}

/** The profiles of the platform behind the shop. The page's script keeps them up to date. */
function ProfilesPage({ context, profiles, rules, done }: ProfilesProps) {
  return (
    <Layout context={context} title="Profiles" step={3} styles={['profiles']} modules={['profiles']}>
      <h1>Profiles</h1>
      <p class="lead">
        What the platform behind the shop knows about each person, updated live. Keep this page open beside the shop.
      </p>
      <div id="done" role="status" class="done">
        {done === 'reset' && <p>The store is as it was at the start, and this browser has forgotten its sign-up.</p>}
        {done === 'rules' && <p>From now on the platform follows the rules “{ruleWords[rules].name}”.</p>}
      </div>
      <RuleSwitch store={context.store} rules={rules} />
      <div id="live" data-store={context.store} data-profiles={JSON.stringify(profiles)}>
        <section aria-labelledby="people-title">
          <h2 id="people-title">{countOf(profiles.length)}</h2>
          <ProfileCards profiles={profiles} />
        </section>
      </div>
      <p id="live-news" class="unseen" role="status" />
    </Layout>
  );
}

/** The name of the current rules stays visible, so that nobody takes a bad outcome for a fault of the popup. */
function RuleSwitch({ store, rules }: { readonly store: string; readonly rules: RuleSetName }) {
  return (
    <section class="rules" aria-labelledby="rules-title">
      <div class="rules-words">
        <h2 id="rules-title">
          The platform’s rules: <span class="rules-name">{ruleWords[rules].name}</span>
        </h2>
        <p id="rules-what">{ruleWords[rules].what}</p>
      </div>
      <form method="post" action="/profiles/rules" class="segments" aria-label="Choose the rules">
        <input type="hidden" name="store" value={store} />
        {ruleSetNames.map((name) => (
          <button key={name} type="submit" name="rules" value={name} aria-pressed={name === rules}>
            {ruleWords[name].name}
          </button>
        ))}
      </form>
      <form method="post" action="/profiles/reset">
        <input type="hidden" name="store" value={store} />
        <button class="button plain" type="submit" aria-describedby="reset-hint">
          Start over
        </button>
        <p class="small" id="reset-hint">
          Restores the first profiles, and makes this browser forget its sign-up.
        </p>
      </form>
    </section>
  );
}

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
    // A browser that remembers a sign-up of a deleted person would be asked nothing, and the tour would end there.
    reply.header('set-cookie', 'hello_again=; Path=/; Max-Age=0; SameSite=Lax');
    return reply.redirect(`/profiles?store=${store}&done=reset`, 303);
  });
}
