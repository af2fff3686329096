import type { Ask, Reason } from './ask/reasons.ts';
import type { Field, SetAsideReason, Source, Strength } from './identity/evidence.ts';
import type { Certainty, Identity } from './identity/resolve.ts';

/** One piece of evidence as it may be shown to anybody: without its value. */
export interface ExplainedEvidence {
  readonly field: Field;
  readonly issuer: string;
  readonly source: Source;
  readonly strength: Strength;
  readonly observedAt: string;
  /** Why it was not used; absent where it was. */
  readonly why?: SetAsideReason;
}

/** Something that keeps the popup from opening by itself. */
export interface Hindrance {
  readonly by: string;
  /** ISO 8601. */
  readonly until?: string;
}

/** The whole decision as data, values left out. */
export interface Explanation {
  /** One plain English sentence. */
  readonly sentence: string;
  readonly ask: Ask;
  readonly reason: Reason;
  readonly certainty: Certainty;
  readonly evidence: readonly ExplainedEvidence[];
  readonly keepsClosed: readonly Hindrance[];
  readonly gate: string;
  readonly problems: readonly string[];
  /** The last submission of this page: its id and what became of it. */
  readonly last?: { readonly id: string; readonly result: string };
}

const because: Record<Reason, string> = {
  misconfigured: 'a required option is missing or wrong',
  paused: 'sign-ups are paused',
  'not-targeted': 'this page is left out by targeting',
  dismissed: 'the visitor closed it and the quiet period lasts',
  'frequency-cap': 'it has been shown often enough',
  'not-you': 'the visitor said that the account we took them for is not theirs',
  disputed: 'the link and this browser name different people',
  'already-subscribed': 'the visitor is subscribed to all that this store collects',
  unsubscribed: 'the visitor has said STOP to texts',
  'asked-lately': 'the visitor signed up lately and the answer is still open',
  'policy-always-email': 'the store always asks for the email',
  'known-needs-consent': 'the page knows the number, which has no consent yet',
  'consent-lost': 'the number on file has lost its consent',
  'known-needs-email': 'the visitor is known by phone alone',
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

/** One plain English sentence: what is asked and why. */
export function sentence(ask: Ask, reason: Reason): string {
  return `${asks[ask]}: ${because[reason]}.`;
}

/** The evidence of an identity, used and set aside, without values. */
export function explainEvidence(identity: Identity): ExplainedEvidence[] {
  const all = [...identity.evidence.map((evidence) => ({ evidence })), ...identity.setAside] as readonly {
    evidence: Identity['evidence'][number];
    why?: SetAsideReason;
  }[];
  return all.map(({ evidence: { field, issuer, source, strength, observedAt }, why }) => {
    return { field, issuer, source, strength, observedAt, ...(why ? { why } : {}) };
  });
}
