import type { Mail } from '../server/services.ts';
import { Head } from './Layout.tsx';
import { Message } from './Message.tsx';
import type { Visit } from './request.ts';

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
