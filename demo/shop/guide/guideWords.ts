import type { Reason } from '../../../widget/index.ts';

/** The number that the tour offers. It is of Ofcom's range for drama, so it belongs to nobody. */
export const pretendNumber = '07700 900982';

/** Ade’s number: a visitor who gives it is asked for the code that is texted to it. */
export const takenNumber = '07700 900789';

/** Where a visitor of the tour stands. */
export type Step = 1 | 2 | 3;

/** What the guide says at the start of each step. */
export const openingWords: Readonly<Record<Step, string>> = {
  1: `Open Penny’s newest mail and follow its link. When you are asked for a number, use ${pretendNumber}, which belongs to nobody.`,
  2: 'The popup looks at the link and at this browser, and decides what to ask.',
  3: 'Every profile of the platform, live. Leave a number in the shop and watch one change.',
};

/** What has just been decided, and why. */
const decided: Readonly<Record<Reason, string>> = {
  'known-needs-phone': 'The link identifies its reader, so only the number is asked for.',
  'known-needs-email': 'The link came in a text message, so the number is known and only the email is asked for.',
  'known-needs-consent': 'The page knows the number, so only the consent for it is asked for.',
  'consent-lost': 'The order at the other checkout left a number without consent, so consent is asked for again.',
  'already-subscribed': 'The reader of this link is subscribed to both, so nobody is asked for anything.',
  unsubscribed: 'The reader of this link has replied STOP, so nobody is asked for anything.',
  'asked-lately': 'The sign-up still waits to be confirmed, so it is not asked for again.',
  'signed-up-lately': 'This visitor signed up a few days ago, so nothing is asked for a while.',
  'policy-always-email': 'This page is set to ask for the email always.',
  'not-you': '“Not you?” was pressed, so the link identifies nobody here any more and the email is asked for.',
  disputed: 'The link and this browser identify different people, so the typed email will decide.',
  'shared-link':
    'The link was followed from a public page, so it identifies nobody and the email is asked for as well.',
  unlinkable: 'What this browser holds cannot be linked, so the email is asked for as well.',
  unknown: 'Nothing says who you are, so the email is asked for as well.',
  dismissed:
    'You have closed the popup, so it stays closed for thirty days. “Start over” on the profiles page resets that.',
  'frequency-cap': 'The popup has been shown often enough. “Start over” on the profiles page resets that.',
  'not-targeted': 'This page is excluded by default: nobody wants a popup at the checkout.',
  paused: 'Sign-ups are paused on this page.',
  misconfigured: 'An option that the popup needs is missing.',
};

/** One sentence on what was decided. */
export function decidedWords(reason: string): string {
  return decided[reason as Reason] ?? 'The popup has decided what to ask.';
}

/** One sentence on the result of a sign-up. */
export function sentWords(reason: string, outcome: string): string {
  if (outcome === 'pending')
    return 'The number is on somebody else’s profile, so it waits until a code proves it. Nothing was moved.';
  if (outcome === 'proven')
    return 'The code proved the number: it has moved here with its consent, and the former profile keeps the rest.';
  if (outcome === 'linked') {
    return reason === 'known-needs-email'
      ? 'The link’s identity and the email went in one submission: one profile has both now.'
      : 'The link’s identity and the number went in one submission, with the consent: one profile has both now.';
  }
  return 'Everything went in one submission, with its consents: one profile has all of it now.';
}

/** One sentence on a popup that was closed without a sign-up. */
export function closedWords(reason: string): string {
  return reason.startsWith('known-') || reason === 'consent-lost'
    ? 'Closed. This browser remembers the link: at the next visit without it, the number would still be enough.'
    : 'Closed. It stays closed in this browser for thirty days.';
}
