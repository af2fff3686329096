import { Layout } from './Layout.tsx';
import type { PageContext } from './request.ts';

/** The code that a developer of this page would write; `demo/shop/client/npm.tsx` is what runs. */
const code = `import { createSignup } from 'hello-again';

const signup = createSignup({
  collector: '/v1/submissions',
  brand: 'Harbor Coffee',
  terms: '/terms',
  privacy: '/privacy',
  region: 'uk',
  storage: 'allowed',
  trigger: 'manual',
  texts: { phone: { heading: 'A text when it is roasted', button: 'Text me' } },
});

// Your own button opens it.
button.onclick = () => signup.open();

// Your login says who it is; null when they log out.
signup.identify({ email: customer.email });

// Events are typed; none holds an address or a number.
signup.on('decide', ({ ask, reason }) => show(ask, reason));
signup.on('sent', ({ outcome }) => thank(outcome));`;

/** A page of an app that uses the npm module: no script tag, own button, own login. */
export function NpmPage({ context }: { readonly context: PageContext }) {
  return (
    <Layout context={context} title="The npm module" styles={['npm']} modules={['npm']}>
      <h1>In your own app</h1>
      <p class="lead">
        The same popup from the npm module: your button opens it, your login says who the visitor is, and events tell
        you what happens.
      </p>
      <div class="npm">
        <div id="app" class="npm-app" data-store={context.store}>
          <noscript>This app needs JavaScript.</noscript>
        </div>
        <section aria-labelledby="code-title">
          <h2 id="code-title">Its code</h2>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reached by keyboard */}
          <pre tabIndex={0}>
            <code>{code}</code>
          </pre>
        </section>
      </div>
    </Layout>
  );
}
