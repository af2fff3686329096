/** What became of a typed address. */
export type EmailResult =
  | { readonly kind: 'empty' }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'ok'; readonly email: string };

/** An address without zero-width and other white space, its full-width signs in ASCII. */
export function cleanEmail(text: string): string {
  return text
    .replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/＠/g, '@')
    .replace(/[．。｡]/g, '.');
}

/**
 * Normalises an address: zero-width and other white space out, full-width `＠` and `．` to ASCII, the domain to
 * lower-case ASCII (IDN through the platform's own URL parser). The local part stays as typed, since only its own
 * server may say that two spellings are one mailbox (RFC 5321 §2.4).
 */
export function normalizeEmail(text: string): EmailResult {
  const clean = cleanEmail(text);
  if (!clean) return { kind: 'empty' };
  const at = clean.lastIndexOf('@');
  const local = clean.slice(0, at);
  const domain = asciiDomain(clean.slice(at + 1));
  const isPossible =
    at > 0 &&
    at <= 64 &&
    domain !== undefined &&
    !/[@"(),:;<>[\]\\]/.test(local) &&
    !/^\.|\.\.|\.$/.test(local) &&
    local.length + domain.length < 254;
  return isPossible ? { kind: 'ok', email: `${local}@${domain}` } : { kind: 'impossible' };
}

/** A registrable-looking host name in ASCII, or nothing. */
function asciiDomain(text: string): string | undefined {
  if (!/^[^\s/?#@:\\[\]%]+\.[^\s/?#@:\\[\]%.]{2,}$/.test(text)) return undefined;
  try {
    const host = new URL(`http://${text}`).hostname;
    // A dotted number is an address of a machine, not a mail domain.
    return /^(?!.*\.\.)[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/.test(host) ? host : undefined;
  } catch {
    return undefined;
  }
}
