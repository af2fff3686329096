import type { FastifyInstance } from 'fastify';
import { ruleSetNames } from '../../../collector/rules/types.ts';
import { scenarioOf } from '../../compare/scenarios.ts';
import { openingStage, type StageState } from '../../compare/stage.ts';
import { contentPolicy } from '../../server/security.ts';
import { Layout } from '../Layout.tsx';
import { contextOf, forumOrigin, type PageContext, queryOf, sendPage, shopOrigin } from '../request.ts';
import { Stage } from './Stage.tsx';

interface CompareProps {
  readonly context: PageContext;
  readonly stage: StageState;
  /** The forum's origin; undefined on a server with one host name. */
  readonly forum: string | undefined;
}

/** One visitor, two popups. The page's script takes over from here. */
function ComparePage({ context, stage, forum }: CompareProps) {
  return (
    <Layout context={context} title="Compare" styles={['profiles', 'compare']} modules={['compare']} hasGuide={false}>
      <noscript>
        <p class="lead">This page plays two popups side by side, and needs JavaScript for it.</p>
      </noscript>
      <div id="compare" data-scenario={stage.scenario.id} data-rules={stage.rules} data-forum={forum}>
        <Stage state={stage} />
      </div>
    </Layout>
  );
}

/** `/compare`; `?scenario=` and `?rules=` choose what it starts with. */
export function registerCompare(app: FastifyInstance): void {
  app.get('/compare', (request, reply) => {
    // Under the forum's host name the shop would be the other site.
    const shop = shopOrigin(request);
    if (shop) return reply.redirect(new URL(request.url, shop).href, 302);
    const forum = forumOrigin(request);
    if (forum) reply.header('content-security-policy', contentPolicy({ shows: forum }));
    const query = queryOf(request);
    const stage = openingStage({
      scenario: scenarioOf(query.get('scenario')),
      // The two popups differ most under these rules, which are common among platforms.
      rules: ruleSetNames.find((name) => name === query.get('rules')) ?? 'thread-2021',
      hasForum: forum !== undefined,
    });
    return sendPage(reply, <ComparePage context={contextOf(request, reply)} stage={stage} forum={forum} />);
  });
}
