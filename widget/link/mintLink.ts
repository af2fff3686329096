import { SignJWT } from 'jose';
import { secretOf } from './secretOf.ts';
import type { MintOptions } from './types.ts';

const thirtyDays = 30 * 24 * 60 * 60;

/**
 * Mints the value of a link's `ha_id` parameter: a compact JWS (RFC 7515) signed with HS256, about 250 characters, safe
 * in a URL and in a cookie without escaping. Run it on your server, where the mail is made.
 *
 * @returns the token, `header.payload.signature`; the header has `alg` and `kid`, the payload `sub`, `aud`, `iat`, `exp` and
 * `scope`, with times in seconds since 1970 (RFC 7519)
 * @throws TypeError for an empty or too long subject, audience or scope, or a wrong `kid`
 * @throws RangeError for a secret under 32 bytes, or an `expiresIn` that is not a whole number of seconds above 0
 * @example
 * ```ts
 * const id = await mintLink({ subject: contact.id, audience: 'harbor-coffee', key });
 * const url = `https://shop.example/new?ha_id=${id}`;
 * ```
 */
export async function mintLink(options: MintOptions): Promise<string> {
  const { subject, audience, key, expiresIn = thirtyDays, scope = 'contact:add', now = new Date() } = options;
  requireText('subject', subject);
  requireText('audience', audience);
  requireText('scope', scope);
  if (!Number.isSafeInteger(expiresIn) || expiresIn <= 0) {
    throw new RangeError(`hello-again/link: expiresIn must be a whole number of seconds above 0, got ${expiresIn}`);
  }
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({ scope })
    .setProtectedHeader({ alg: 'HS256', kid: key.kid })
    .setSubject(subject)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + expiresIn)
    .sign(secretOf(key));
}

function requireText(name: string, value: string): void {
  if (typeof value !== 'string' || value.length === 0 || value.length > 200) {
    throw new TypeError(`hello-again/link: ${name} must be a text of 1 to 200 characters`);
  }
}
