import type { Reason } from './reasons.ts';

/** The visitor each row of the ask table is about, for the documentation: the script does not carry it. */
export const visitors: Readonly<Record<Reason, string>> = {
  misconfigured: 'anybody, while a required option is missing or wrong',
  paused: "the owner's pause, the collector's 410, or `?ha=off`",
  'not-targeted': 'on a page excluded by targeting (cart, checkout, account by default)',
  dismissed: 'closed it inside the quiet period',
  'frequency-cap': 'was shown it often enough',
  'not-you': 'pressed "Not you?"',
  disputed: 'comparable identifiers name different people',
  'already-subscribed': 'subscribed to all that the store collects, by memory, page, link hint or lookup',
  unsubscribed: 'known, and the lookup says that texts were refused (STOP)',
  'asked-lately': 'gave it lately, and the outcome is `pending` or `unknown` (30 days)',
  'signed-up-lately': 'signed up inside the quiet period after a sign-up, and has lost no consent since',
  'policy-always-email': 'anybody, where the policy says always collect the email',
  'known-needs-consent': 'the page passes the number (`proof`) and it has no consent',
  'consent-lost': 'known, and the lookup says that consent was lost',
  'known-needs-email': 'known by phone alone (came from a text message), or by an email that has no consent',
  'known-needs-phone': 'known, no consent remembered for a number',
  'shared-link': 'only a link shared in public says who it is',
  unlinkable: 'has identifiers, or remembers a sign-up, but nothing that this collector can link by',
  unknown: 'unknown',
};
