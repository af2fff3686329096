import { takenNumber } from '../guide/guideWords.ts';
import type { Mail } from '../server/services.ts';
import { Head, Layout } from './Layout.tsx';
import { withStore } from './links.ts';
import type { PageContext, Visit } from './request.ts';

/** The mailboxes of all seeded people on one page: a list beside the open messages. */
export function InboxPage({ context, mails }: { readonly context: PageContext; readonly mails: readonly Mail[] }) {
  return (
    <Layout context={context} title="Inbox" step={1} styles={['inbox']} modules={['inbox']}>
      <h1>Inbox</h1>
      <p class="lead">
        What the shop has sent to its contacts. Be Penny: open her first mail and follow the link in it, as a mail
        program would.
      </p>
      <p>
        Then leave <strong>{takenNumber}</strong>, which is Ade’s: a code has to prove it, and your phone gets that
        code.
      </p>
      <div class="mailbox" data-store={context.store}>
        <nav class="mail-list" aria-label="Messages">
          <ul>
            {mails.map((mail) => (
              <li key={mail.id}>
                <a href={`#mail-${mail.id}`}>
                  <Avatar name={mail.to} />
                  <span class="mail-line">
                    <span class="mail-to">{mail.to}</span>
                    <span class="mail-kind">{mail.kind === 'text' ? 'Text' : 'Mail'}</span>
                    <span class="mail-subject">{mail.subject}</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="mail-desk">
          {mails.map((mail) => (
            <div key={mail.id} class="mail-place" id={`mail-${mail.id}`}>
              {/* A remark of the demo, not a part of the message. */}
              {mail.note && <p class="mail-note">{mail.note}</p>}
              <Message mail={mail} visit={context} />
            </div>
          ))}
        </div>
      </div>
    </Layout>
  );
}

/** One message by itself, as a mail program shows it on a phone. Nothing of the shop is loaded. */
export function MailPage({ visit, mail }: { readonly visit: Visit; readonly mail: Mail }) {
  return (
    <html lang="en-GB">
      <Head title={mail.subject} styles={['page', 'inbox']} />
      <body class="mail-program">
        <header>
          <p>Inbox</p>
        </header>
        <main>
          <h1 class="unseen">A message to {mail.to}</h1>
          {mail.note && <p class="mail-note">{mail.note}</p>}
          <Message mail={mail} visit={visit} />
        </main>
      </body>
    </html>
  );
}

/** The first letter of a name, hidden from screen readers. */
function Avatar({ name }: { readonly name: string }) {
  return (
    <span class="avatar" aria-hidden="true">
      {name.slice(0, 1)}
    </span>
  );
}

/** One mail or text message, open. */
function Message({ mail, visit }: { readonly mail: Mail; readonly visit: Visit }) {
  const isText = mail.kind === 'text';
  return (
    <article class={isText ? 'mail is-text' : 'mail'} aria-labelledby={`subject-${mail.id}`}>
      <header class="mail-head">
        <Avatar name={mail.to} />
        <div>
          <h2 id={`subject-${mail.id}`}>{mail.subject}</h2>
          <p class="small">
            {isText ? 'Text message' : 'Harbor Coffee'} to {mail.to}
          </p>
        </div>
      </header>
      {isText ? (
        <div class="phone">
          <p class="bubble">
            {mail.preview}
            <MailLinks mail={mail} visit={visit} className="bubble-link" />
          </p>
        </div>
      ) : (
        <div class="letter">
          <p>{mail.preview}</p>
          <p class="letter-links">
            <MailLinks mail={mail} visit={visit} className="button" />
          </p>
          <p class="small letter-sign">Harbor Coffee, 1 Quay Street</p>
        </div>
      )}
    </article>
  );
}

interface LinksProps {
  readonly mail: Mail;
  readonly visit: Visit;
  readonly className: string;
}

/** Without a referrer, as mail programs open links; otherwise the shop would take it for a click on one of its own pages. */
function MailLinks({ mail, visit, className }: LinksProps) {
  return (
    <>
      {mail.links.map(({ label, path }) => (
        <a key={path} class={className} href={withStore(path, visit)} rel="noreferrer">
          {label}
        </a>
      ))}
    </>
  );
}
