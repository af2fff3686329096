import { contactKey } from '../check/contactKey.ts';
import type { KlaviyoProfile } from './findProfile.ts';
import { marks } from './marks.ts';

const thirtyDays = 30 * 24 * 60 * 60 * 1000;

/** A profile that an identifier names. */
export interface NamedProfile {
  readonly profile: KlaviyoProfile;
  /** By the link of a mail. A receipt's identity says no more than what was typed to get it. */
  readonly isMailed: boolean;
}

/** What was sent, and what is on file. */
export interface Known {
  readonly email: string | undefined;
  readonly phone: string | undefined;
  /** Whom a link or a cookie names; nobody where they contradict each other or the email. */
  readonly named: NamedProfile | undefined;
  /** Whether something claimed to name a profile and did not. */
  readonly isUnverified: boolean;
  readonly isDisputed: boolean;
  readonly byEmail: KlaviyoProfile | undefined;
  readonly byPhone: KlaviyoProfile | undefined;
  /** The consent that this number replaces. */
  readonly replaces: string | undefined;
  readonly now: number;
  /** Whether a profile that has only a number may be folded into the one that a mail's link names. */
  readonly mayMerge: boolean;
}

/** Where a submission goes. */
export interface Place {
  /** A new profile where there is none. */
  readonly into: KlaviyoProfile | undefined;
  readonly isByLink: boolean;
  readonly isMailed: boolean;
  /** Whether the number is written on that profile. Otherwise it is subscribed by itself, and takes nobody's place. */
  readonly setsPhone: boolean;
  /** A number alone, and somebody has it: the profile is not touched, and nobody gets an identity for it. */
  readonly isAlone: boolean;
  /** The profile that the number is on. */
  readonly holder: KlaviyoProfile | undefined;
  /** The profile that is folded into the other one. */
  readonly fold: KlaviyoProfile | undefined;
}

/**
 * Decides whose a submission is. A verified identifier may add to its profile; a typed email that is not that profile's decides
 * alone; a contradiction is settled by the typed email. What nobody has proven takes no number's place, and joins no profiles. Pure,
 * so that every row of docs/relay.md has a test.
 */
export function place(known: Known): Place | 'ask-email' {
  const { email, phone, named, byEmail } = known;
  if (email === undefined) {
    if (named) {
      // A receipt is no link, and what was brought by one is not for whoever typed an email to know.
      return named.isMailed && hasBroughtAnother(named.profile, known)
        ? 'ask-email'
        : onto(named.profile, known, named);
    }
    if (phone === undefined || known.isUnverified || known.isDisputed) return 'ask-email';
    return { ...onto(known.byPhone, known), isAlone: true };
  }
  return named && isTheirs(named.profile, known) ? onto(named.profile, known, named) : onto(byEmail, known);
}

/** A profile without an email gets the typed one, unless another profile has it already. */
function isTheirs(named: KlaviyoProfile, { email, byEmail }: Known): boolean {
  return named.email === undefined ? !byEmail : contactKey(named.email) === contactKey(email ?? '');
}

function onto(into: KlaviyoProfile | undefined, known: Known, named?: NamedProfile): Place {
  const { phone, byPhone, mayMerge } = known;
  const isMailed = named?.isMailed ?? false;
  const isHeld = byPhone !== undefined && byPhone.id !== into?.id;
  // Two emails are two people, whatever number they share. Of two numbers the merge would keep one, and nobody says which.
  const isFolded = mayMerge && isMailed && isHeld && !byPhone.email && into?.phone === undefined;
  const isFree = into?.phone === undefined || into.phone === phone;
  return {
    into,
    isByLink: named !== undefined,
    isMailed,
    setsPhone: phone !== undefined && !isHeld && (isFree || isMailed),
    isAlone: false,
    holder: byPhone,
    fold: isFolded ? byPhone : undefined,
  };
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
