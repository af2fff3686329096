import { Layout } from './Layout.tsx';
import type { PageContext } from './request.ts';

/** Lost at sea. A page of the shop like any other, script tag included: people do land on addresses that are gone. */
export function NotFoundPage({ context }: { readonly context: PageContext }) {
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
