import type { Quiet } from './ask/history.ts';
import type { Ask, Channel, Reason, Subscribed } from './ask/reasons.ts';
import type { WeighedRow } from './ask/weigh.ts';
import type { Field, SetAsideReason, Source, Strength } from './identity/evidence.ts';
import type { Certainty, Identity } from './identity/resolve.ts';
import type { Memory, RememberedIdentifier } from './memory/memory.ts';
import { redactReceipt, redactSubmission } from './redact.ts';
import type { Receipt } from './submission/answer.ts';
import type { Submission } from './submission/submission.gen.ts';
import { toldId } from './submission/toldId.ts';
import type { Condition } from './trigger/conditions.ts';
import type { Moments } from './trigger/moments.ts';

/** One piece of evidence as it may be shown to anybody: without its value. */
export interface ExplainedEvidence {
  /** What kind of value it is. */
  readonly field: Field;
  /** Who minted it: `own`, `klaviyo` … */
  readonly issuer: string;
  /** Where it was seen. */
  readonly source: Source;
  /** How hard it would be for somebody else to hold it. */
  readonly strength: Strength;
  /** When it was seen first, ISO 8601. */
  readonly observedAt: string;
  /** What was carried together has the same claim: `page`, `link`, `memory`, `seen:…`, `cookie:…`. */
  readonly claim: string;
  /** Why it was not used; absent where it was. */
  readonly why?: SetAsideReason;
}

/** Something that keeps the popup from opening by itself. */
export interface Hindrance {
  /** A short code: `dismissed`, `paused`, `gate`, `other-popup`, `manual-trigger` … */
  readonly by: string;
  /** ISO 8601. */
  readonly until?: string;
  /** In plain English, and in days: "closed yesterday, quiet for 29 more days". */
  readonly says?: string;
}

/** What has to happen for the popup to open by itself, and what has to hold besides. */
export interface ExplainedTrigger {
  /** Any of these opens it: "waits for 50 % of the page to be scrolled". None where it opens by `open()` alone. */
  readonly waitsFor: readonly string[];
  /** All of these must hold besides. */
  readonly conditions: readonly ExplainedCondition[];
}

/** A condition of the trigger, evaluated. */
export interface ExplainedCondition {
  /** The part of `trigger` that it is about. */
  readonly name: Condition['name'];
  /** Whether it holds for this visitor now. */
  readonly holds: boolean;
  /** "only for visitors from instagram.com" */
  readonly says: string;
}

/** An identifier as remembered, without its value. */
export type ExplainedIdentifier = Omit<RememberedIdentifier, 'value' | 'at'> & { readonly at: string };

/** What this browser remembers, without identifiers and fingerprints. Times are ISO 8601. */
export interface ExplainedMemory {
  /** What links and pages showed and what the visitor did; it proves nothing. */
  readonly seen: {
    readonly identifiers: readonly ExplainedIdentifier[];
    /** How many identifiers were refused. */
    readonly refused: number;
    readonly shown: number;
    readonly shownAt?: string;
    readonly dismissedAt?: string;
    readonly pausedUntil?: string;
  };
  /** What a collector has confirmed. */
  readonly acknowledged: {
    readonly identifiers: readonly ExplainedIdentifier[];
    readonly consents: readonly { readonly channel: Channel; readonly at: string }[];
    readonly subscribed: Subscribed;
    readonly signedUpAt?: string;
    readonly askedAt?: string;
  };
}

/** The last submission of this page, as it was posted. */
export interface LastSubmission {
  readonly submission: Submission;
  /** What became of it: a receipt's outcome, or the kind of answer (`waiting`, `ask-again`, `invalid` …). */
  readonly result: string;
  readonly receipt?: Receipt | undefined;
}

/** The whole decision as data, values left out. */
export interface Explanation {
  /** One plain English sentence. */
  readonly sentence: string;
  /** What the visitor is asked for. */
  readonly ask: Ask;
  /** The row of the ask table that decided. */
  readonly reason: Reason;
  /** How sure the identity is. */
  readonly certainty: Certainty;
  /** Everything that was seen of the visitor’s identity, used or set aside. */
  readonly evidence: readonly ExplainedEvidence[];
  /** The ask table, evaluated for this visitor, in order: the first row that fits decides. */
  readonly rows: readonly WeighedRow[];
  /** What keeps the popup from opening by itself now. Empty where nothing does. */
  readonly keepsClosed: readonly Hindrance[];
  /** What has to happen for it to open by itself. */
  readonly trigger: ExplainedTrigger;
  /** Lazy files of this build that could not be fetched, each tried twice: `hello-again.phone-44`. */
  readonly missing: readonly string[];
  /** The variant that this visitor is shown, once it was chosen. */
  readonly variant?: string;
  /** The permission to store: `open`, `page` (this page view alone), `waiting` for the banner, or `refused`. */
  readonly gate: string;
  /** Wrong options, one sentence each. Empty where all are right. */
  readonly problems: readonly string[];
  /** What this browser remembers. */
  readonly memory: ExplainedMemory;
  /** The last submission of this page, its personal data masked, and what became of it. */
  readonly last?: {
    readonly id: string;
    readonly result: string;
    readonly submission: Submission;
    readonly receipt?: Receipt;
  };
}

const because: Record<Reason, string> = {
  misconfigured: 'a required option is missing or wrong',
  paused: 'sign-ups are paused',
  'not-targeted': 'this page is excluded by targeting',
  dismissed: 'the visitor closed it and the quiet period lasts',
  'frequency-cap': 'it has been shown often enough',
  'not-you': 'the visitor said that the account we took them for is not theirs',
  disputed: 'the link and this browser name different people',
  'already-subscribed': 'the visitor is subscribed to all that this store collects',
  unsubscribed: 'the visitor has said STOP to texts',
  'asked-lately': 'the visitor signed up lately and the answer is still open',
  'signed-up-lately': 'the visitor signed up a few days ago',
  'policy-always-email': 'the store always asks for the email',
  'known-needs-consent': 'the page knows the number, which has no consent yet',
  'consent-lost': 'the number on file has lost its consent',
  'known-needs-email': 'the visitor is known, but by no email that we may write to',
  'known-needs-phone': 'the visitor is known and has no number with consent on file',
  'shared-link': 'only a link shared in public says who it is',
  unlinkable: 'nothing we hold can be linked by this collector',
  unknown: 'nobody has said who the visitor is',
};

const asks: Record<Ask, string> = {
  phone: 'Asks for the phone number only',
  email: 'Asks for the email only',
  'email+phone': 'Asks for email and phone number',
  consent: 'Asks only for consent to text the number on file',
  nothing: 'Asks for nothing',
};

/**
 * One plain English sentence: what is asked and why.
 *
 * @param until ISO 8601: when the reason ends, where it does
 */
export function sentence(ask: Ask, reason: Reason, until?: string): string {
  const end = until ? `, until ${inWords(until)}` : '';
  return `${asks[ask]}: ${because[reason]}${end}.`;
}

/** Further than any quiet period: the visitor has said that they signed up already. */
const forGood = 365 * 86_400;

/**
 * What keeps the popup closed, each with its end and a description.
 *
 * @param now seconds since 1970
 */
export function explainQuiet(quiet: Quiet, { seen, acknowledged }: Memory, now: number): Hindrance[] {
  const says = (by: string, end: number, what: string): Hindrance[] => {
    if (end <= now) return [];
    return [{ by, until: isoOf(end), says: `${what}, quiet for ${inDays(end - now)}` }];
  };
  const { dismissedAt = 0, shown, shownAt = 0 } = seen;
  const isForGood = dismissedAt - now > forGood;
  return [
    ...says('paused', quiet.paused, 'paused by the collector'),
    ...(isForGood
      ? [
          {
            by: 'dismissed',
            until: isoOf(quiet.dismissed),
            says: 'closed for a year: the visitor said that they have signed up already',
          },
        ]
      : says('dismissed', quiet.dismissed, `closed ${inPast(now - dismissedAt)}`)),
    ...says('frequency-cap', quiet.capped, `shown ${shown} times, last ${inPast(now - shownAt)}`),
    ...says(
      'asked-lately',
      quiet.askedLately,
      `answered ${inPast(now - (acknowledged.askedAt ?? 0))}, not confirmed yet`,
    ),
    ...says('signed-up-lately', quiet.signedUp, `signed up ${inPast(now - (acknowledged.signedUpAt ?? 0))}`),
  ];
}

/**
 * The moments and conditions of a trigger in words.
 *
 * @param scroller what scrolls on this page: `the page`, `#app`
 */
export function explainTrigger(
  moments: Moments,
  conditions: readonly Condition[],
  scroller: string | undefined,
): ExplainedTrigger {
  const { delay, scroll, exit, click } = moments;
  return {
    waitsFor: [
      ...(delay === undefined ? [] : [`opens ${delay / 1000} seconds after the decision`]),
      ...(scroll === undefined
        ? []
        : [`waits for ${scroll} % of ${scroller ?? 'the page, where nothing scrolls yet,'} to be scrolled`]),
      ...(exit ? ['waits for the visitor to be about to leave'] : []),
      ...(click ? [`waits for a click on ${click}`] : []),
    ],
    conditions: conditions.map(({ name, holds, wants, found }) => {
      return { name, holds, says: conditionWords[name](wants.join(' or '), found ?? '') };
    }),
  };
}

const conditionWords: Record<Condition['name'], (wants: string, found: string) => string> = {
  pages: (wants, found) => `only from page ${wants} of the visit on; this is page ${found}`,
  query: (wants) => `only for visitors whose landing address has ${wants}`,
  referrer: (wants, found) => {
    const from = found === 'direct' ? 'nowhere else' : found;
    return `only for visitors from ${wants.replace(/\bdirect\b/, 'nowhere else')}; this one comes from ${from}`;
  },
  device: (wants, found) => `only for visitors with ${deviceWords(wants)}; this one has ${deviceWords(found)}`,
  visitor: (wants, found) => `only for ${wants} visitors; this one is ${found}`,
  search: () => 'not on the page that a search engine led to, on a small screen',
};

function deviceWords(device: string): string {
  return device === 'touch' ? 'a touch screen' : 'a mouse or the like';
}

function inDays(seconds: number): string {
  const days = Math.max(1, Math.ceil(seconds / 86_400));
  return days === 1 ? 'one more day' : `${days} more days`;
}

function inPast(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  return days < 1 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
}

/** The sentence while the banner has not been answered: nothing has been decided yet. */
export const waitingSentence =
  'Waits for the cookie banner: before it is answered nothing is read and nothing is decided.';

/** The evidence of an identity, used and set aside, without values. */
export function explainEvidence(identity: Identity): ExplainedEvidence[] {
  const all = [...identity.evidence.map((evidence) => ({ evidence })), ...identity.setAside] as readonly {
    evidence: Identity['evidence'][number];
    why?: SetAsideReason;
  }[];
  return all.map(({ evidence: { field, issuer, source, strength, observedAt, claim }, why }) => {
    return { field, issuer, source, strength, observedAt, claim, ...(why ? { why } : {}) };
  });
}

/** Memory without anything that identifies a person. */
export function explainMemory({ seen, acknowledged }: Memory): ExplainedMemory {
  return {
    seen: {
      identifiers: seen.identifiers.map(explainIdentifier),
      refused: seen.refused.length,
      shown: seen.shown,
      ...time('shownAt', seen.shownAt),
      ...time('dismissedAt', seen.dismissedAt),
      ...time('pausedUntil', seen.pausedUntil),
    },
    acknowledged: {
      identifiers: acknowledged.identifiers.map(explainIdentifier),
      consents: acknowledged.consents.map(({ channel, at }) => ({ channel, at: isoOf(at) })),
      subscribed: subscribedOf(acknowledged.subscribed),
      ...time('signedUpAt', acknowledged.signedUpAt),
      ...time('askedAt', acknowledged.askedAt),
    },
  };
}

/** The last submission, its personal data masked. */
export function explainLast({ submission, result, receipt }: LastSubmission): NonNullable<Explanation['last']> {
  return {
    id: toldId(submission.id),
    result,
    submission: redactSubmission(submission),
    ...(receipt ? { receipt: redactReceipt(receipt) } : {}),
  };
}

// By name, because the members that a newer version has written may reveal something.
function explainIdentifier(i: RememberedIdentifier): ExplainedIdentifier {
  return {
    field: i.field,
    issuer: i.issuer,
    strength: i.strength,
    at: isoOf(i.at),
    ...(i.has ? { has: subscribedOf(i.has) } : {}),
    ...(i.byText ? { byText: true } : {}),
  };
}

function subscribedOf({ email, sms }: Subscribed): Subscribed {
  return { ...(email === undefined ? {} : { email: !!email }), ...(sms === undefined ? {} : { sms: !!sms }) };
}

function time<K extends string>(name: K, seconds: number | undefined): { readonly [P in K]?: string } {
  return (seconds ? { [name]: isoOf(seconds) } : {}) as { readonly [P in K]?: string };
}

function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

function inWords(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));
}
