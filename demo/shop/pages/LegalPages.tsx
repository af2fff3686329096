import { Layout } from './Layout.tsx';
import type { PageContext } from './request.ts';

/** The terms of the text messages, which the consent text links to. */
export function TermsPage({ context }: { readonly context: PageContext }) {
  return (
    <Layout context={context} title="Terms">
      <div class="prose">
        <h1>Terms</h1>
        <p class="lead">Harbor Coffee is a demo store. These are the terms it would have if it were a real one.</p>
        <h2>Texts from us</h2>
        <p>
          If you tick the box, Harbor Coffee may send you recurring marketing texts about coffee and offers, to the
          number you gave and to no other. How often varies; it is a few a month at most.
        </p>
        <p>You do not have to agree to texts in order to buy anything, or to get an offer that a form promises.</p>
        <p>
          Reply <strong>STOP</strong> to any text to end them, or <strong>HELP</strong> for help. You can also write to{' '}
          hello@harbor-coffee.example. Message and data rates may apply. Phone networks are not responsible for texts
          that come late or not at all.
        </p>
        <h2>If your number changes</h2>
        <p>
          Your consent is for one number. When you give us another one we ask again, and until you have agreed we do not
          text it.
        </p>
        <h2>Orders</h2>
        <p>Orders in this demo are made up: nothing is charged, and nothing is delivered.</p>
      </div>
    </Layout>
  );
}

/** The privacy page, which the consent text links to. */
export function PrivacyPage({ context }: { readonly context: PageContext }) {
  return (
    <Layout context={context} title="Privacy">
      <div class="prose">
        <h1>Privacy</h1>
        <p class="lead">What this demo store keeps, why, and how to delete it.</p>
        <h2>What we keep</h2>
        <p>
          Your email address and mobile number, if you give them to us, and a record of what you agreed to: the exact
          words you saw, when, on which page, and for which address or number. Nothing you type leaves the page before
          you press the button.
        </p>
        <h2>Your mobile number</h2>
        <p>
          <strong>
            We do not sell or share mobile numbers, or the fact that somebody agreed to be texted, with third parties or
            affiliates for their marketing.
          </strong>{' '}
          They go only to the company that delivers our texts, to do just that.
        </p>
        <h2>Cookies</h2>
        <p>
          <code>hello_again</code> remembers that you were asked, what you answered, and an opaque code by which the
          shop knows you again. It holds no email address and no number. <code>demo_store</code> remembers which demo
          store you are looking at.
        </p>
        <h2>Links in our mails</h2>
        <p>
          They carry a code that says to whom the mail was sent, so that you need not type your address again. It is
          taken out of the address bar when the page opens.
        </p>
        <h2>Being forgotten</h2>
        <p>
          “Start over” on the <a href="/profiles">profiles page</a> deletes everything that was entered in this store.
          In a real store you would write to hello@harbor-coffee.example.
        </p>
      </div>
    </Layout>
  );
}
