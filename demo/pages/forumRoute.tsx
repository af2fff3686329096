import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DemoServices } from '../services.ts';
import { ForumPage } from './ForumPage.tsx';
import { sendPage } from './html.ts';
import { withStore } from './InboxPage.tsx';
import { storeOf } from './request.ts';

/**
 * Somebody else's site, so it has to lie on another host than the shop: on a computer of one's own `127.0.0.1` is one, and
 * `localhost` the other. Reached by `localhost`, the forum moves.
 */
export function registerForum(app: FastifyInstance, services: DemoServices): void {
  app.get('/forum', async (request, reply) => {
    const store = storeOf(request, reply);
    const here = new URL(`${request.protocol}://${request.host}`);
    if (here.hostname === 'localhost') {
      here.hostname = '127.0.0.1';
      here.pathname = '/forum';
      here.searchParams.set('store', store);
      return reply.redirect(here.href, 302);
    }
    const shop = shopOrigin(request, services);
    const path = pastedPath(await services.mails(store));
    const inbox = new URL(`/inbox?store=${store}`, shop).href;
    return sendPage(reply, <ForumPage link={new URL(withStore(path, store), shop).href} shop={inbox} />);
  });
}

/** Where the shop is, seen from the forum. */
function shopOrigin(request: FastifyRequest, services: DemoServices): string {
  const here = new URL(`${request.protocol}://${request.host}`);
  if (here.hostname !== '127.0.0.1') return services.origin ?? here.origin;
  here.hostname = 'localhost';
  return here.origin;
}

/** The first link of Penny's mail that says who she is; the shop's front door should there be none. */
function pastedPath(mails: Awaited<ReturnType<DemoServices['mails']>>): string {
  const hers = mails.filter(({ to, kind }) => kind === 'email' && to.includes('Penny'));
  const paths = hers.flatMap(({ links }) => links.map(({ path }) => path));
  return paths.find((path) => path.includes('ha_id=')) ?? '/';
}
