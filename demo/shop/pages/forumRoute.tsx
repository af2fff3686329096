import type { FastifyInstance } from 'fastify';
import { contentPolicy } from '../server/security.ts';
import type { DemoServices } from '../server/services.ts';
import { ForumPage } from './ForumPage.tsx';
import { forumOrigin, ownOrigin, shopOrigin } from './hosts.ts';
import { sendPage } from './html.ts';
import { withStore } from './links.ts';
import { frameOf, storeOf } from './request.ts';

/**
 * Somebody else's site, so it has to lie on another host than the shop: on a computer of one's own `127.0.0.1` is one, and
 * `localhost` the other. Reached by `localhost`, the forum moves.
 */
export function registerForum(app: FastifyInstance, services: DemoServices): void {
  app.get('/forum', async (request, reply) => {
    const visit = { store: storeOf(request, reply), frame: frameOf(request) };
    const moved = forumOrigin(request);
    if (moved) {
      const there = new URL(request.url, moved);
      there.searchParams.set('store', visit.store);
      return reply.redirect(there.href, 302);
    }
    const shop = shopOrigin(request) ?? services.origin ?? ownOrigin(request);
    const path = pastedPath(await services.mails(visit.store));
    const inbox = new URL(`/inbox?store=${visit.store}`, shop).href;
    if (visit.frame) reply.header('content-security-policy', contentPolicy({ shownBy: shop }));
    return sendPage(
      reply,
      <ForumPage link={new URL(withStore(path, visit), shop).href} shop={inbox} isFramed={visit.frame !== undefined} />,
    );
  });
}

/** The first link of Penny's mail that says who she is; the shop's front door should there be none. */
function pastedPath(mails: Awaited<ReturnType<DemoServices['mails']>>): string {
  const hers = mails.filter(({ to, kind }) => kind === 'email' && to.includes('Penny'));
  const paths = hers.flatMap(({ links }) => links.map(({ path }) => path));
  return paths.find((path) => path.includes('ha_id=')) ?? '/';
}
