import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DemoServices } from '../server/services.ts';
import { registerCheckout } from './CheckoutPage.tsx';
import { ConsentPreviewPage, previewRegions } from './ConsentPreviewPage.tsx';
import { languages } from './choices.ts';
import { coffeeOf } from './coffees.ts';
import { registerCompare } from './compare/ComparePage.tsx';
import { registerForum } from './ForumPage.tsx';
import { HomePage } from './HomePage.tsx';
import { InspectPage, shopAddress } from './InspectPage.tsx';
import { Head, Layout } from './Layout.tsx';
import { PrivacyPage, TermsPage } from './LegalPages.tsx';
import { InboxPage, MailPage } from './MailPage.tsx';
import { NpmPage } from './NpmPage.tsx';
import { ProductPage } from './ProductPage.tsx';
import { registerProfiles } from './ProfilesPage.tsx';
import { registerPlayground } from './playground/PlaygroundPage.tsx';
import { registerResults } from './ResultsPage.tsx';
import { contextOf, type PageContext, queryOf, sendPage } from './request.ts';
import { ScriptTag } from './ScriptTag.tsx';

/** All pages of the demo store. The application serves the files below `/public/` and `/client/`. */
export function registerPages(app: FastifyInstance, services: DemoServices): void {
  app.get('/', (request, reply) => {
    if (isInspected(request)) return sendPage(reply, <InspectPage shop={shopAddress(request.url)} />);
    const context = contextOf(request, reply);
    // A visitor from a mail's link has done the first step.
    const step = queryOf(request).has('ha_id') ? 2 : 1;
    return sendPage(reply, <HomePage context={context} step={step} />);
  });
  app.get<{ Params: { slug: string } }>('/product/:slug', (request, reply) => {
    const coffee = coffeeOf(request.params.slug);
    if (!coffee) return sendNotFound(request, reply);
    if (isInspected(request)) return sendPage(reply, <InspectPage shop={shopAddress(request.url)} />);
    return sendPage(reply, <ProductPage context={contextOf(request, reply)} coffee={coffee} />);
  });
  app.get('/inbox', async (request, reply) => {
    const context = contextOf(request, reply);
    return sendPage(reply, <InboxPage context={context} mails={await services.mails(context.store)} />);
  });
  app.get<{ Params: { mail: string } }>('/inbox/:mail', async (request, reply) => {
    const context = contextOf(request, reply);
    const mail = (await services.mails(context.store)).find(({ id }) => id === request.params.mail);
    return mail ? sendPage(reply, <MailPage visit={context} mail={mail} />) : sendNotFound(request, reply);
  });
  app.get('/terms', (request, reply) => sendPage(reply, <TermsPage context={contextOf(request, reply)} />));
  app.get('/privacy', (request, reply) => sendPage(reply, <PrivacyPage context={contextOf(request, reply)} />));
  app.get('/npm', (request, reply) => sendPage(reply, <NpmPage context={contextOf(request, reply)} />));
  app.get('/plain', (request, reply) =>
    sendPage(reply, <PlainPage context={contextOf(request, reply)} isBare={queryOf(request).has('ha_preview')} />),
  );
  app.get('/consent-preview', (request, reply) => {
    const query = queryOf(request);
    const region = previewRegions.find((one) => one === query.get('region')) ?? 'uk';
    const locale = languages.find((one) => one === query.get('locale')) ?? 'en';
    const context = contextOf(request, reply);
    return sendPage(reply, <ConsentPreviewPage context={context} region={region} locale={locale} />);
  });
  registerForum(app, services);
  registerCompare(app);
  registerResults(app, services);
  registerPlayground(app);
  app.register(async (forms) => {
    acceptForms(forms);
    registerCheckout(forms, services);
    registerProfiles(forms, services);
  });
  // A route instead of a not-found handler: an instance has only one handler, and the application's answers programs.
  app.get('/*', (request, reply) => {
    if (isForPeople(request)) return sendNotFound(request, reply);
    reply.callNotFound();
    return reply;
  });
}

/** `?inspect=1`: the shop in a frame, with the inspector beside it. */
function isInspected(request: FastifyRequest): boolean {
  return queryOf(request).get('inspect') === '1';
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

/** A page of the shop like any other, with the script tag, because visitors do arrive at old addresses. */
function NotFoundPage({ context }: { readonly context: PageContext }) {
  return (
    <Layout context={context} title="Page not found" styles={['shop']} hasSignup>
      <div class="thanks">
        <h1>This page has sailed</h1>
        <p class="lead">There is nothing at this address, or no longer.</p>
        <p>
          <a class="button" href="/">
            Back to the coffee
          </a>
        </p>
      </div>
    </Layout>
  );
}

/** Only the script tag, for tests that need no page around the popup. `isBare`: without a heading, for previews. */
function PlainPage({ context, isBare }: { readonly context: PageContext; readonly isBare: boolean }) {
  return (
    <html lang="en-GB">
      <Head title="A plain page" styles={[]}>
        <ScriptTag store={context.store} overrides={context.overrides} />
      </Head>
      <body>
        {!isBare && (
          <main>
            <h1>A plain page</h1>
          </main>
        )}
      </body>
    </html>
  );
}
