import type { Identity } from '../identity/resolve.ts';
import type { Ask, Channel, Reason, Subscribed } from './reasons.ts';

/** What the optional lookup answered: what is on file for the identifiers that were sent. */
export interface LookupAnswer {
  /** Whether anybody is on file for them. */
  readonly known: boolean;
  /** Whether mails may be sent. */
  readonly email?: 'subscribed' | 'unsubscribed' | 'never';
  /** Whether texts may be sent; `lost` where a consent was there and a changed number took it away. */
  readonly sms?: 'subscribed' | 'unsubscribed' | 'lost' | 'never';
  /** A masked email, `p•••@example.com`. */
  readonly hint?: string;
}

/** The owner's part of the decision; `config/options.ts` says what each means. */
export interface StorePolicy {
  readonly collect: 'both' | 'email' | 'phone';
  readonly ask?: 'when-needed' | 'always-email';
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
  /** "Not you?" was clicked, and nobody else has been identified since. */
  readonly isRefused: boolean;
  /** What the store wants, and how it wants to ask. */
  readonly store: StorePolicy;
  /** Said by the page's login. */
  readonly pageSubscribed: Subscribed;
  /** Said by the link (`ha_has`). */
  readonly hintSubscribed: Subscribed;
  /** The visitor came from a text message, so the number is on file. */
  readonly cameByText?: boolean | undefined;
  /** What memory saw acknowledged. */
  readonly remembered: Subscribed;
  /** Gave it within 30 days, and the answer was `pending` or `unknown`. */
  readonly isAskedLately: boolean;
  /** A sign-up was acknowledged in this browser. */
  readonly hasSignedUp: boolean;
  /** And the quiet period after it lasts. */
  readonly isSignedUpLately?: boolean | undefined;
  readonly lookup?: LookupAnswer | undefined;
}

/** The answer: what to ask for, and the code of the row that fitted. */
export interface AskDecision {
  readonly ask: Ask;
  readonly reason: Reason;
}

/** One row of the ask table; `visitors.ts` describes its visitor. */
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

/** Columns without names: the table reads as one, and the script carries the names once. */
const row = (reason: Reason, ask: Ask, fits: Row['fits'], more?: Pick<Row, 'yieldsToOpen' | 'askFor'>): Row => {
  return { reason, ask, fits, ...more };
};

/** Who is asked for what: the first row that fits decides. */
export const askTable: readonly Row[] = [
  row('misconfigured', 'nothing', (f) => f.isMisconfigured),
  row('paused', 'nothing', (f) => f.isPaused),
  row('not-targeted', 'nothing', (f) => !f.isTargeted, { yieldsToOpen: true }),
  row('dismissed', 'nothing', (f) => f.isDismissed, { yieldsToOpen: true }),
  row('frequency-cap', 'nothing', (f) => f.isCapped, { yieldsToOpen: true }),
  row('not-you', 'email+phone', (f) => f.isRefused),
  row('disputed', 'email+phone', (f) => f.identity.certainty === 'disputed'),
  row('already-subscribed', 'nothing', (f, needs) => (!needs.email && !needs.phone) || coversAll(f)),
  row(
    'unsubscribed',
    'nothing',
    (f, needs) => needs.isKnown && f.lookup?.sms === 'unsubscribed' && f.store.collect !== 'email',
    { askFor: (f, needs) => (needs.email && f.lookup?.email === 'never' ? 'email' : 'nothing') },
  ),
  row('asked-lately', 'nothing', (f) => f.isAskedLately),
  // A lost consent is no additional question, because the visitor did agree.
  row('signed-up-lately', 'nothing', (f) => !!f.isSignedUpLately && f.lookup?.sms !== 'lost', { yieldsToOpen: true }),
  row('policy-always-email', 'email+phone', (f) => f.store.ask === 'always-email'),
  row(
    'known-needs-consent',
    'consent',
    (f, needs) => needs.phone && f.identity.evidence.some((e) => e.field === 'phone' && e.source === 'page'),
  ),
  row('consent-lost', 'phone', (f, needs) => needs.isKnown && needs.phone && f.lookup?.sms === 'lost'),
  row('known-needs-email', 'email', (_f, needs) => needs.isKnown && needs.email && !needs.phone),
  row('known-needs-phone', 'phone', (_f, needs) => needs.isKnown && needs.phone),
  row('shared-link', 'email+phone', (f) => hasSetAside(f, /shared-link/)),
  row(
    'unlinkable',
    'email+phone',
    (f) => f.lookup?.known === false || f.hasSignedUp || hasSetAside(f, /unlinkable|untrusted/),
  ),
  row('unknown', 'email+phone', () => true),
];

/**
 * Decides what to ask for, and why. Pure and synchronous: the first row of the ask table that fits. Where the host opens the
 * popup itself, targeting and frequency do not count; identity and consent rules do.
 */
export function decide(facts: Facts, isOpenedByHost = false): AskDecision {
  const needs = needsOf(facts);
  // The last row fits everybody.
  const first = askTable.find((r) => !(r.yieldsToOpen && isOpenedByHost) && r.fits(facts, needs)) as Row;
  return { ask: cut(first.askFor?.(facts, needs) ?? first.ask, facts), reason: first.reason };
}

/** What is still missing from this visitor. */
export function needsOf(f: Facts): Needs {
  // A contact point can be put on file as it is; an opaque id that is not on file identifies nobody.
  const isKnown = f.identity.evidence.some((e) => e.field !== 'profile' || f.lookup?.known !== false);
  const isSubscribed = (channel: Channel) =>
    f.pageSubscribed[channel] ||
    f.lookup?.[channel] === 'subscribed' ||
    (f.identity.isRemembered && f.remembered[channel]);
  // Where the number is known to be subscribed anyway, the hint would only add the question for the email.
  const cameByText = isKnown && f.cameByText && !isSubscribed('sms');
  // A token that came by mail says that the mail is being received; a login or a text message does not.
  const getsMail = isKnown && !cameByText && f.identity.certainty === 'claimed' && f.lookup?.email !== 'never';
  const needs = (channel: Channel, isOnFile: boolean) =>
    !isOnFile && !isSubscribed(channel) && !f.hintSubscribed[channel];
  return {
    isKnown,
    email: f.store.collect !== 'phone' && needs('email', getsMail),
    phone: f.store.collect !== 'email' && needs('sms', !!cameByText),
  };
}

/** What memory holds may keep the popup closed whoever the visitor is now; it may do no more for another person. */
function coversAll({ store: { collect }, remembered }: Facts): boolean {
  return !!(collect === 'phone' || remembered.email) && !!(collect === 'email' || remembered.sms);
}

/**
 * Cuts an ask down to what the store collects. A number alone is not accepted from an unknown visitor, so a store that
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
