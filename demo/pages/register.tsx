import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DemoServices } from '../services.ts';
import { registerCheckout } from './checkoutRoutes.tsx';
import { coffeeOf } from './coffees.ts';
import { registerForum } from './forumRoute.tsx';
import { HomePage } from './HomePage.tsx';
import { sendPage } from './html.ts';
import { InboxPage } from './InboxPage.tsx';
import { PrivacyPage, TermsPage } from './LegalPages.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { PlainPage } from './PlainPage.tsx';
import { ProductPage } from './ProductPage.tsx';
import { contextOf } from './pageContext.ts';
import { registerProfiles } from './profilesRoutes.tsx';
import { queryOf } from './request.ts';

/** All pages of the demo store. Files below `/public/` and `/client/` are the application's to serve. */
export function registerPages(app: FastifyInstance, services: DemoServices): void {
  app.get('/', (request, reply) => {
    const context = contextOf(request, reply);
    // Whoever comes by a mail's link has the first step behind them.
    const step = queryOf(request).has('ha_id') ? 2 : 1;
    return sendPage(reply, <HomePage context={context} step={step} />);
  });
  app.get<{ Params: { slug: string } }>('/product/:slug', (request, reply) => {
    const coffee = coffeeOf(request.params.slug);
    if (!coffee) return sendNotFound(request, reply);
    return sendPage(reply, <ProductPage context={contextOf(request, reply)} coffee={coffee} />);
  });
  app.get('/inbox', async (request, reply) => {
    const context = contextOf(request, reply);
    return sendPage(reply, <InboxPage context={context} mails={await services.mails(context.store)} />);
  });
  app.get('/terms', (request, reply) => sendPage(reply, <TermsPage context={contextOf(request, reply)} />));
  app.get('/privacy', (request, reply) => sendPage(reply, <PrivacyPage context={contextOf(request, reply)} />));
  app.get('/plain', (request, reply) => sendPage(reply, <PlainPage context={contextOf(request, reply)} />));
  registerForum(app, services);
  app.register(async (forms) => {
    acceptForms(forms);
    registerCheckout(forms, services);
    registerProfiles(forms, services);
  });
  // A route and no not-found handler: an instance has only one of those, and the application's answers everybody else.
  app.get('/*', (request, reply) => {
    if (isForPeople(request)) return sendNotFound(request, reply);
    reply.callNotFound();
    return reply;
  });
}

function sendNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendPage(reply, <NotFoundPage context={contextOf(request, reply)} />, 404);
}

function isForPeople(request: FastifyRequest): boolean {
  const isData = /^\/(api|v1|client|public)\//.test(request.url);
  return !isData && (request.headers.accept ?? '').includes('text/html');
}

/** Fastify reads JSON alone; the pages' forms are posted as browsers post them. */
function acceptForms(app: FastifyInstance): void {
  const type = 'application/x-www-form-urlencoded';
  if (app.hasContentTypeParser(type)) return;
  app.addContentTypeParser(type, { parseAs: 'string', bodyLimit: 16_384 }, (_request, body, done) => {
    done(null, new URLSearchParams(String(body)));
  });
}
