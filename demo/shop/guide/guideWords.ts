import type { Reason } from '../../../widget/index.ts';

/** The number that the tour offers: of Ofcom's range for drama, so it is nobody's. */
export const pretendNumber = '07700 900982';

/** Ade’s: whoever leaves it is asked for the code that is texted to it. */
export const takenNumber = '07700 900789';

/** Where a visitor of the tour stands. */
export type Step = 1 | 2 | 3;

/** What the guide says before anything has happened, by the page's step. */
export const openingWords: Readonly<Record<Step, string>> = {
  1: `Open Penny’s newest mail and follow its link. When you are asked for a number, ${pretendNumber} is nobody’s.`,
  2: 'The popup looks at the link and at this browser, and decides what to ask.',
  3: 'Every profile of the platform, as it stands now. Leave a number in the shop and watch one change.',
};

/** What has just been decided, and why. */
const decided: Readonly<Record<Reason, string>> = {
  'known-needs-phone': 'The link names its reader, so only the number is asked for.',
  'known-needs-email': 'The link came in a text message, so the number is known and only the email is asked for.',
  'known-needs-consent': 'The page knows the number, so only the consent for it is asked for.',
  'consent-lost': 'The order at the other checkout left a number without consent, so that is asked for again.',
  'already-subscribed': 'The reader of this link is subscribed to both, so nobody is asked for anything.',
  unsubscribed: 'The reader of this link has replied STOP, and is left alone.',
  'asked-lately': 'The sign-up still waits to be confirmed, so it is not asked for again.',
  'signed-up-lately': 'They signed up a few days ago, so they are left alone for a while.',
  'policy-always-email': 'This page is told to ask for the email always.',
  'not-you': '“Not you?” was pressed, so the link names nobody here any more and the email is asked for.',
  disputed: 'The link and this browser name different people, so the typed email will settle it.',
  'shared-link': 'The link was followed from a public page, so it names nobody and the email is asked for as well.',
  unlinkable: 'What this browser holds cannot be linked, so the email is asked for as well.',
  unknown: 'Nobody has said who you are, so the email is asked for as well.',
  dismissed: 'You have closed it, so it stays closed for thirty days. “Start over” on the profiles page forgets that.',
  'frequency-cap': 'It has been shown often enough. “Start over” on the profiles page forgets that.',
  'not-targeted': 'This page is left out by default: nobody wants a popup at the checkout.',
  paused: 'Sign-ups are paused on this page.',
  misconfigured: 'Something that the popup cannot do without is missing.',
};

/** One sentence on what was decided. */
export function decidedWords(reason: string): string {
  return decided[reason as Reason] ?? 'The popup has decided what to ask.';
}

/** One sentence on what became of a sign-up. */
export function sentWords(reason: string, outcome: string): string {
  if (outcome === 'pending')
    return 'The number is somebody else’s on file, so it waits until a code proves it. Nothing was moved.';
  if (outcome === 'proven')
    return 'The code proved the number: it has moved here with its consent, and who had it before keeps the rest.';
  if (outcome === 'linked') {
    return reason === 'known-needs-email'
      ? 'The link’s identity and the email went in one submission: one profile has both now.'
      : 'The link’s identity and the number went in one submission, with the consent: one profile has both now.';
  }
  return 'Everything went in one submission, with its consents: one profile has it all now.';
}

/** One sentence on a popup that was closed without a sign-up. */
export function closedWords(reason: string): string {
  return reason.startsWith('known-') || reason === 'consent-lost'
    ? 'Closed. This browser remembers the link: at the next visit without it, the number would still be enough.'
    : 'Closed. It stays closed in this browser for thirty days.';
}

/** What the tour has seen in this tab. */
export interface TourNote {
  readonly reason: string;
  readonly outcome: string;
}

/** Reads a note of the tour; undefined where it is none. */
export function readNote(text: string | null): TourNote | undefined {
  try {
    const note: unknown = JSON.parse(text ?? 'null');
    const { reason, outcome } = (note ?? {}) as Record<string, unknown>;
    return typeof reason === 'string' && typeof outcome === 'string' ? { reason, outcome } : undefined;
  } catch {
    return undefined;
  }
}
