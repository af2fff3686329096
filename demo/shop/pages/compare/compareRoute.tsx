import type { FastifyInstance } from 'fastify';
import { ruleSetNames } from '../../../collector/rules/types.ts';
import { scenarioOf } from '../../compare/scenarios.ts';
import { openingStage } from '../../compare/stage.ts';
import { contentPolicy } from '../../server/security.ts';
import { forumOrigin, shopOrigin } from '../hosts.ts';
import { sendPage } from '../html.ts';
import { contextOf } from '../pageContext.ts';
import { queryOf } from '../request.ts';
import { ComparePage } from './ComparePage.tsx';

/** `/compare`, with `?scenario=` and `?rules=` to begin with another one. */
export function registerCompare(app: FastifyInstance): void {
  app.get('/compare', (request, reply) => {
    // The forum's name: from here the shop would be the foreign site.
    const shop = shopOrigin(request);
    if (shop) return reply.redirect(new URL(request.url, shop).href, 302);
    const forum = forumOrigin(request);
    if (forum) reply.header('content-security-policy', contentPolicy({ shows: forum }));
    const query = queryOf(request);
    const stage = openingStage({
      scenario: scenarioOf(query.get('scenario')),
      // The field's world is where the two popups differ most; the other rules are a press away.
      rules: ruleSetNames.find((name) => name === query.get('rules')) ?? 'thread-2021',
      hasForum: forum !== undefined,
    });
    return sendPage(reply, <ComparePage context={contextOf(request, reply)} stage={stage} forum={forum} />);
  });
}
