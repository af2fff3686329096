import { takenNumber } from '../guide/guideWords.ts';
import type { Mail } from '../server/services.ts';
import { Layout, type PageContext } from './Layout.tsx';
import { Avatar, Message } from './Message.tsx';

/** The mailboxes of the seeded people, all on one desk: a list beside, every message open. */
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
              {/* Said by the demo about the message: no part of it. */}
              {mail.note && <p class="mail-note">{mail.note}</p>}
              <Message mail={mail} visit={context} />
            </div>
          ))}
        </div>
      </div>
    </Layout>
  );
}
