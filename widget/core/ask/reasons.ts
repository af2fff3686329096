/** What the visitor is asked for. */
export type Ask = 'phone' | 'email' | 'email+phone' | 'consent' | 'nothing';

/** Why. One code a row of the ask table, in its order. */
export type Reason =
  | 'misconfigured'
  | 'paused'
  | 'not-targeted'
  | 'dismissed'
  | 'frequency-cap'
  | 'not-you'
  | 'disputed'
  | 'already-subscribed'
  | 'unsubscribed'
  | 'asked-lately'
  | 'signed-up-lately'
  | 'policy-always-email'
  | 'known-needs-consent'
  | 'consent-lost'
  | 'known-needs-email'
  | 'known-needs-phone'
  | 'shared-link'
  | 'unlinkable'
  | 'unknown';

/** The two ways a store can write. */
export type Channel = 'email' | 'sms';

/** What somebody is subscribed to, as far as it was said. */
export interface Subscribed {
  /** To mails; undefined where nobody said. */
  readonly email?: boolean | undefined;
  /** To texts; undefined where nobody said. */
  readonly sms?: boolean | undefined;
}
