import type { Identity } from '../identity/resolve.ts';
import type { Ask, Reason, Subscribed } from './reasons.ts';

/** What the optional lookup answered: what is on file for the identifiers that were sent. */
export interface LookupAnswer {
  readonly known: boolean;
  readonly email?: 'subscribed' | 'unsubscribed' | 'never';
  readonly sms?: 'subscribed' | 'unsubscribed' | 'lost' | 'never';
  /** A masked email, `p•••@example.com`. */
  readonly hint?: string;
}

/** The owner's part of the decision; `config/options.ts` says what each means. */
export interface StorePolicy {
  readonly collect: 'both' | 'email' | 'phone';
  readonly ask: 'when-needed' | 'always-email';
  readonly allowPhoneOnly: boolean;
}

/** All that the decision depends on, already read. */
export interface Facts {
  readonly identity: Identity;
  /** An option that cannot be worked around is missing or wrong. */
  readonly isMisconfigured: boolean;
  readonly isPaused: boolean;
  /** The page is one that the owner's targeting allows. */
  readonly isTargeted: boolean;
  /** Closed by the visitor, and the quiet period lasts. */
  readonly isDismissed: boolean;
  /** Shown as often as the owner's frequency allows. */
  readonly isCapped: boolean;
  /** "Not you?" was pressed, and nobody else has been named since. */
  readonly isRefused: boolean;
  /** What the store wants, and how it wants to ask. */
  readonly store: StorePolicy;
  /** Said by the page's login. */
  readonly pageSubscribed: Subscribed;
  /** Said by the link (`ha_has`). */
  readonly hintSubscribed: Subscribed;
  /** The visitor came from a text message, so the number is on file. */
  readonly cameByText: boolean;
  /** What memory saw acknowledged. */
  readonly remembered: Subscribed;
  /** Gave it within 30 days, and the answer was `pending` or `unknown`. */
  readonly isAskedLately: boolean;
  /** A sign-up was acknowledged in this browser. */
  readonly hasSignedUp: boolean;
  readonly lookup?: LookupAnswer | undefined;
}

/** The answer: what to ask for, and the code of the row that fitted. */
export interface AskDecision {
  readonly ask: Ask;
  readonly reason: Reason;
}

/** One row of the ask table; `visitors.ts` says in words whom it is about. */
export interface Row {
  readonly reason: Reason;
  readonly ask: Ask;
  /** Skipped when the host itself opens the popup. */
  readonly yieldsToOpen?: true;
  fits(facts: Facts, needs: Needs): boolean;
  /** A row whose ask depends on the facts; otherwise `ask` holds. */
  askFor?(facts: Facts, needs: Needs): Ask;
}

/** What is still missing from this visitor, derived once for all rows. */
export interface Needs {
  readonly isKnown: boolean;
  readonly email: boolean;
  readonly phone: boolean;
}

/** Who is asked for what: the first row that fits decides. */
export const askTable: readonly Row[] = [
  {
    reason: 'misconfigured',
    ask: 'nothing',
    fits: (f) => f.isMisconfigured,
  },
  {
    reason: 'paused',
    ask: 'nothing',
    fits: (f) => f.isPaused,
  },
  {
    reason: 'not-targeted',
    ask: 'nothing',
    yieldsToOpen: true,
    fits: (f) => !f.isTargeted,
  },
  {
    reason: 'dismissed',
    ask: 'nothing',
    yieldsToOpen: true,
    fits: (f) => f.isDismissed,
  },
  {
    reason: 'frequency-cap',
    ask: 'nothing',
    yieldsToOpen: true,
    fits: (f) => f.isCapped,
  },
  {
    reason: 'not-you',
    ask: 'email+phone',
    fits: (f) => f.isRefused,
  },
  {
    reason: 'disputed',
    ask: 'email+phone',
    fits: (f) => f.identity.certainty === 'disputed',
  },
  {
    reason: 'already-subscribed',
    ask: 'nothing',
    fits: (f, needs) => (!needs.email && !needs.phone) || coversAll(f),
  },
  {
    reason: 'unsubscribed',
    ask: 'nothing',
    fits: (f, needs) => needs.isKnown && f.lookup?.sms === 'unsubscribed' && f.store.collect !== 'email',
    askFor: (f, needs) => (needs.email && f.lookup?.email === 'never' ? 'email' : 'nothing'),
  },
  {
    reason: 'asked-lately',
    ask: 'nothing',
    fits: (f) => f.isAskedLately,
  },
  {
    reason: 'policy-always-email',
    ask: 'email+phone',
    fits: (f) => f.store.ask === 'always-email',
  },
  {
    reason: 'known-needs-consent',
    ask: 'consent',
    fits: (f, needs) => needs.phone && f.identity.evidence.some((e) => e.field === 'phone' && e.source === 'page'),
  },
  {
    reason: 'consent-lost',
    ask: 'phone',
    fits: (f, needs) => needs.isKnown && needs.phone && f.lookup?.sms === 'lost',
  },
  {
    reason: 'known-needs-email',
    ask: 'email',
    fits: (_f, needs) => needs.isKnown && needs.email && !needs.phone,
  },
  {
    reason: 'known-needs-phone',
    ask: 'phone',
    fits: (_f, needs) => needs.isKnown && needs.phone,
  },
  {
    reason: 'shared-link',
    ask: 'email+phone',
    fits: (f) => hasSetAside(f, /shared-link/),
  },
  {
    reason: 'unlinkable',
    ask: 'email+phone',
    fits: (f) => f.lookup?.known === false || f.hasSignedUp || hasSetAside(f, /unlinkable|untrusted/),
  },
  {
    reason: 'unknown',
    ask: 'email+phone',
    fits: () => true,
  },
];

/** How a decision is asked for. */
export interface DecideOptions {
  /** The host opens the popup itself: targeting and frequency do not count, identity and consent rules do. */
  readonly isOpenedByHost?: boolean;
}

/** Decides what to ask for, and why. Pure and synchronous: the first row of the ask table that fits. */
export function decide(facts: Facts, options: DecideOptions = {}): AskDecision {
  const needs = needsOf(facts);
  // The last row fits everybody.
  const row = askTable.find((r) => !(r.yieldsToOpen && options.isOpenedByHost) && r.fits(facts, needs)) as Row;
  return { ask: cut(row.askFor?.(facts, needs) ?? row.ask, facts), reason: row.reason };
}

function needsOf(f: Facts): Needs {
  // A contact point can be put on file as it is; an opaque id that nobody has on file names nobody.
  const isKnown = f.identity.evidence.some((e) => e.field !== 'profile' || f.lookup?.known !== false);
  const said = (channel: 'email' | 'sms') =>
    f.pageSubscribed[channel] === true ||
    f.hintSubscribed[channel] === true ||
    f.lookup?.[channel] === 'subscribed' ||
    (f.identity.isRemembered && f.remembered[channel] === true);
  const cameByText = isKnown && f.cameByText;
  // A token that came by mail says that the mail is being received; a login or a text message does not.
  const getsMail = isKnown && !cameByText && f.identity.certainty === 'claimed';
  return {
    isKnown,
    email: f.store.collect !== 'phone' && !said('email') && !getsMail,
    phone: f.store.collect !== 'email' && !said('sms') && !cameByText,
  };
}

/** What memory holds may keep the popup closed whoever the visitor is now; it may do no more for another person. */
function coversAll({ store: { collect }, remembered }: Facts): boolean {
  return (collect === 'phone' || remembered.email === true) && (collect === 'email' || remembered.sms === true);
}

/**
 * Cuts an ask down to what the store collects. A number alone is not taken from somebody unknown, so a store that
 * collects numbers only still asks for the email that the number belongs to, unless it allows otherwise.
 */
function cut(ask: Ask, f: Facts): Ask {
  if (ask !== 'email+phone') return ask;
  if (f.store.collect === 'email') return 'email';
  return f.store.collect === 'phone' && f.store.allowPhoneOnly ? 'phone' : ask;
}

function hasSetAside(f: Facts, why: RegExp): boolean {
  return f.identity.setAside.some((s) => why.test(s.why));
}
