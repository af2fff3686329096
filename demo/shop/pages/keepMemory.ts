import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * Sets the widget's cookie again with every page of the shop. Safari keeps what a script wrote for seven days at most, and for
 * one when the visit came by a decorated link; a cookie of the shop's own server is kept for its full time.
 *
 * @param domain see `memoryCookie`
 */
export function keepMemory(app: FastifyInstance, domain?: string): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (!isPage(reply) || !isVisit(request)) return payload;
    const isSecure = (request.headers['x-forwarded-proto'] ?? request.protocol) === 'https';
    const kept = memoryCookie({ cookies: request.headers.cookie, hostname: request.hostname, isSecure }, domain);
    if (kept) reply.header('set-cookie', kept);
    return payload;
  });
}

function isPage(reply: FastifyReply): boolean {
  return String(reply.getHeader('content-type') ?? '').startsWith('text/html');
}

/**
 * A visitor opens the page itself. A prefetch, or a frame beside a page that writes the cookie at the same time, would bring
 * back an older cookie.
 */
function isVisit({ method, headers }: FastifyRequest): boolean {
  const { 'sec-fetch-dest': destination = 'document', 'sec-purpose': purpose = headers.purpose ?? '' } = headers;
  return method === 'GET' && destination === 'document' && !String(purpose).includes('prefetch');
}

/** The widget's own cookie, and how long it is kept, as the widget does. */
const name = 'hello_again';
const seconds = 365 * 24 * 60 * 60;

/** What a cookie's value may hold (RFC 6265, section 4.1.1), and no more of it than the widget writes. */
const isValue = (text: string) => /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]{1,2000}$/.test(text);

/** The facts of a request that decide. */
interface MemoryRequest {
  /** The `Cookie` header. */
  readonly cookies: string | undefined;
  readonly hostname: string;
  readonly isSecure: boolean;
}

/**
 * The `Set-Cookie` that sets the widget's cookie again with the same value, for a year from now; undefined where there is
 * none. It creates no cookie, so a refusal and a withdrawal stay. It ignores two cookies of the name, and a value that the
 * widget cannot have written.
 *
 * @param domain the widest domain that the browser takes cookies for, which is where the widget writes its own
 */
export function memoryCookie({ cookies, hostname, isSecure }: MemoryRequest, domain?: string): string | undefined {
  const found = (cookies ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`));
  const [pair] = found;
  if (pair === undefined || found.length > 1 || !isValue(pair.slice(name.length + 1))) return undefined;
  const isBare = !hostname.includes('.') || /^[\d.]+$|:/.test(hostname);
  // Another domain than the widget's would make a second cookie beside its own.
  if (!isBare && !(domain && `.${hostname}`.endsWith(`.${domain}`))) return undefined;
  // Not HttpOnly: a script has to read it.
  return [
    pair,
    `Max-Age=${seconds}`,
    'Path=/',
    'SameSite=Lax',
    ...(isBare ? [] : [`Domain=${domain}`]),
    ...(isSecure ? ['Secure'] : []),
  ].join('; ');
}

/**
 * The domain of `HELLO_AGAIN_COOKIE_DOMAIN`, with or without a leading dot.
 *
 * @throws {Error} one sentence, where it cannot be one
 */
export function memoryDomain(written: string | undefined): string | undefined {
  if (!written) return undefined;
  const domain = written.replace(/^\./, '').toLowerCase();
  if (/^(?=.{4,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain) && !/^[\d.]+$/.test(domain)) return domain;
  throw new Error(`HELLO_AGAIN_COOKIE_DOMAIN must be a domain such as shop.example, not "${written}".`);
}
