/** The widget's own cookie, and how long it is kept, as the widget does. */
const name = 'hello_again';
const seconds = 365 * 24 * 60 * 60;

/** What a cookie's value may hold (RFC 6265, section 4.1.1), and no more of it than the widget writes. */
const isValue = (text: string) => /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]{1,2000}$/.test(text);

/** What of a request decides. */
export interface MemoryRequest {
  /** The `Cookie` header. */
  readonly cookies: string | undefined;
  readonly hostname: string;
  readonly isSecure: boolean;
}

/**
 * The `Set-Cookie` that gives back the widget's cookie as it came, for a year from now; undefined where there is nothing to
 * give back. It makes no cookie where there is none, so a refusal and a withdrawal stay. Two of the name, or a value that
 * the widget cannot have written, are left alone.
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
