import type { Mail } from '../server/services.ts';
import { withStore } from './links.ts';
import type { Visit } from './request.ts';

/** The first letter of a name, for the eye alone. */
export function Avatar({ name }: { readonly name: string }) {
  return (
    <span class="avatar" aria-hidden="true">
      {name.slice(0, 1)}
    </span>
  );
}

/** One mail or text message, open. */
export function Message({ mail, visit }: { readonly mail: Mail; readonly visit: Visit }) {
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

/** Without a referrer, as mail programs open links: to the shop it must not look like a click on one of its own pages. */
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
