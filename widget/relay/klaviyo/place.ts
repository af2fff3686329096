import type { KlaviyoProfile } from './findProfile.ts';
import { marks } from './marks.ts';

const thirtyDays = 30 * 24 * 60 * 60 * 1000;

/** What was sent, and what is on file. */
export interface Known {
  readonly email: string | undefined;
  readonly phone: string | undefined;
  /** The profile that a link or a cookie identifies; undefined when they contradict each other or the email. */
  readonly named: KlaviyoProfile | undefined;
  /** Whether something claimed to name a profile and did not. */
  readonly isUnverified: boolean;
  readonly isDisputed: boolean;
  readonly byEmail: KlaviyoProfile | undefined;
  readonly byPhone: KlaviyoProfile | undefined;
  /** The consent that this number replaces. */
  readonly replaces: string | undefined;
  readonly now: number;
  /** Whether a profile that has only a number may be folded into the one of the email. */
  readonly mayMerge: boolean;
}

/** Where a submission goes. */
export interface Place {
  /** A new profile where there is none. */
  readonly into: KlaviyoProfile | undefined;
  readonly isByLink: boolean;
  /** The number is somebody else's: it is noted, and neither moved nor subscribed. */
  readonly waits: boolean;
  /** The profile that is folded into the other one. */
  readonly fold: KlaviyoProfile | undefined;
}

/**
 * Decides whose a submission is. A verified identifier may add to its profile; a typed email that is not that profile's decides
 * alone; a contradiction is settled by the typed email. Pure, so that every row of docs/relay.md has a test.
 */
export function place(known: Known): Place | 'ask-email' {
  const { email, phone, named, byEmail, byPhone } = known;
  if (email === undefined) {
    if (!named)
      return phone === undefined || known.isUnverified || known.isDisputed ? 'ask-email' : onto(byPhone, known);
    return hasBroughtAnother(named, known) ? 'ask-email' : onto(named, known, true);
  }
  if (named && isTheirs(named, known)) return onto(named, known, true);
  // A text message made that profile; the email is its missing half.
  const isMissingHalf = !byEmail && byPhone !== undefined && byPhone.email === undefined;
  return onto(isMissingHalf ? byPhone : byEmail, known);
}

/** A profile without an email gets the typed one, unless another profile has it already. */
function isTheirs(named: KlaviyoProfile, { email, byEmail }: Known): boolean {
  return named.email === undefined ? !byEmail : named.email.toLowerCase() === email?.toLowerCase();
}

function onto(into: KlaviyoProfile | undefined, known: Known, isByLink = false): Place {
  const other = [known.byPhone, known.named].find((profile) => profile && profile.id !== into?.id && !profile.email);
  const isHeld = known.byPhone !== undefined && known.byPhone.id !== into?.id;
  // Two emails are two people, whatever number they share.
  const isOne = into !== undefined && (!isHeld || other === known.byPhone);
  // A merge would keep one of two numbers, and it is unknown which.
  const fold = known.mayMerge && isOne && into.phone === undefined ? other : undefined;
  return { into, isByLink, waits: isHeld && !fold, fold };
}

/**
 * A link shared in public would let every reader replace the number of the one before. Whoever names the consent of the
 * former number is the person who gave it, because nobody else knows its id.
 */
function hasBroughtAnother({ phone: onFile, properties }: KlaviyoProfile, known: Known): boolean {
  const { phone, replaces, now } = known;
  if (phone === undefined || onFile === undefined || onFile === phone) return false;
  const linkedAt = Date.parse(String(properties[marks.linkedAt]));
  const isLately = linkedAt > now - thirtyDays;
  return isLately && (replaces === undefined || replaces !== properties[marks.consent]);
}
