import type { FastifyInstance } from 'fastify';
import type { ComponentChildren } from 'preact';
import { contentPolicy } from '../server/security.ts';
import type { DemoServices } from '../server/services.ts';
import { Head } from './Layout.tsx';
import { withStore } from './links.ts';
import { forumOrigin, frameOf, ownOrigin, sendPage, shopOrigin, storeOf } from './request.ts';

interface ForumProps {
  /** The pasted link, absolute: it leads to another host. */
  readonly link: string;
  /** Back to the shop, for whoever tries the demo. */
  readonly shop: string;
  /** In a phone of `/compare`, whose script cannot click a link on another site. */
  readonly isFramed: boolean;
}

/**
 * A public forum, somebody else's site, on which somebody has pasted the link of Penny's mail. Its own look: nothing of
 * the shop's style is loaded.
 */
function ForumPage({ link, shop, isFramed }: ForumProps) {
  return (
    <html lang="en-GB">
      <Head title="Best beans by post? · The Kettle Boards" styles={['forum']} modules={isFramed ? ['forum'] : []} />
      <body data-shop={new URL(shop).origin}>
        <header>
          {!isFramed && (
            <p class="demo-line">
              Part of the demo: another site, on another host. <a href={shop}>Back to the shop’s inbox</a>
            </p>
          )}
          <p class="site">The Kettle Boards</p>
          <p class="crumbs">Boards › Coffee › Beans</p>
        </header>
        <main>
          <h1>Best beans by post?</h1>
          <Post who="drip_and_drop" when="Tuesday, 09:12" count={214}>
            <p>Moving somewhere without a roaster. Who do you all order from?</p>
          </Post>
          <Post who="penny.for.your.pots" when="Tuesday, 10:40" count={37}>
            <p>Harbor Coffee, every time. They mailed me about the house blend this morning, here is the link:</p>
            <p>
              {/* Many sites cut the referrer to their origin; that much is needed to tell a public page from a mail. */}
              <a class="pasted" href={link} referrerpolicy="strict-origin-when-cross-origin">
                {shorten(link)}
              </a>
            </p>
          </Post>
          <Post who="moka_pete" when="Tuesday, 11:05" count={1088}>
            <p>Ordering a bag through that link now. Thanks!</p>
          </Post>
        </main>
        <footer>
          <p>A made-up forum with made-up members.</p>
        </footer>
      </body>
    </html>
  );
}

interface PostProps {
  readonly who: string;
  readonly when: string;
  readonly count: number;
  readonly children: ComponentChildren;
}

function Post({ who, when, count, children }: PostProps) {
  return (
    <article class="post" aria-label={`Post by ${who}`}>
      <div class="who">
        <span class="face" aria-hidden="true">
          {who.slice(0, 2)}
        </span>
        <p>
          <strong>{who}</strong>
          <br />
          {count} posts
        </p>
      </div>
      <div class="words">
        <p class="when">{when}</p>
        {children}
      </div>
    </article>
  );
}

/** As forums show long addresses. The identifier itself is not put on show. */
function shorten(link: string): string {
  const { host, pathname } = new URL(link);
  return `${host}${pathname}?…`;
}

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
