import type { Carried, Carrier } from '../core/identity/issuer.ts';
import { emailIn } from './emailIn.ts';
import type { Provider } from './provider.ts';

/**
 * Segment: `ajs_uid` and `ajs_trait_email` in links that the merchant builds, and the cookies of analytics.js. A user id
 * is whatever the merchant made of it, often a plain number, so it makes a visitor known only with `trust: ['guessable']`; an email in
 * clear only with `trust: ['clear']`. A user id that is an email counts as one, and is not remembered.
 *
 * Not known: how an older analytics.js wrote its cookies; quoted as JSON and plain are both read. RudderStack takes the same
 * parameters but encrypts its cookies, which are not read.
 */
export const segment: Provider = {
  issuer: 'segment',
  parameters: [
    { name: 'ajs_uid', decode: userId },
    { name: 'ajs_trait_email', decode: emailIn },
  ],
  cookies: [{ name: 'ajs_user_id', decode: (raw) => userId(unquoted(raw)) }, anonymous('ajs_anonymous_id')],
  isStable: true,
  // An email is the same however it is written.
  keyOf: (value) => (emailIn(value).length > 0 ? value.toLowerCase() : value),
  isTakenFromAddress: true,
  verification: 'documented',
  source: 'https://www.twilio.com/docs/segment/connections/sources/catalog/libraries/website/javascript/querystring',
  lastVerified: '2026-11-24',
};

function userId(text: string): readonly Carried[] {
  const email = emailIn(text);
  if (email.length > 0) return email;
  // What scripts write for somebody who is not logged in; and a phone number, which must not be remembered as an id.
  return /^(|null|undefined|false|0|\+\d{7,15})$/.test(text)
    ? []
    : [{ field: 'profile', value: text, strength: 'guessable' }];
}

function anonymous(name: string): Carrier {
  return { name, decode: (raw) => [{ field: 'profile', value: unquoted(raw), strength: 'anonymous' }] };
}

/** `"123"` as analytics.js writes it, or the text itself. */
function unquoted(raw: string): string {
  return raw.startsWith('"') ? String(JSON.parse(raw)) : raw;
}
