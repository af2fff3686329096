import type { Subscribed } from '../ask/reasons.ts';
import { append, isSame } from './changes.ts';
import type { Memory, RememberedConsent, RememberedIdentifier } from './memory.ts';

// Needed only once something was sent: apart from changes.ts, so that the entry script does not carry it.

const mostIdentifiers = 6;
const mostConsents = 6;

/** Remembers that the collector asked for quiet until then, in seconds since 1970. */
export function remembersPause(memory: Memory, until: number): Memory {
  return { ...memory, seen: { ...memory.seen, pausedUntil: until } };
}

/** What a collector acknowledged, in memory's terms. */
export interface Acknowledgement {
  /** `linked` and `accepted` confirm; `pending` and `unknown` do not. */
  readonly isConfirmed: boolean;
  readonly subscribed: Subscribed;
  /** The identifiers of the submission, and the receipt's own. */
  readonly identifiers: readonly RememberedIdentifier[];
  readonly consents: readonly RememberedConsent[];
  /** Tag of the email that was typed. */
  readonly emailTag?: string;
  /** Whether the submission was for the person that memory already holds. */
  readonly isOfThisPerson: boolean;
  /** Tags of whom the receipt confirms: they are refused no longer. */
  readonly pardoned?: readonly string[];
  /** Whether one that was remembered before has had its day. */
  readonly isReplaced?: (identifier: RememberedIdentifier) => boolean;
  /** Seconds since 1970. */
  readonly at: number;
}

/** Remembers an acknowledged submission. Another person's acknowledgement replaces the former whole. */
export function remembersAcknowledged(memory: Memory, ack: Acknowledgement): Memory {
  const former: Memory['acknowledged'] = ack.isOfThisPerson
    ? memory.acknowledged
    : { identifiers: [], consents: [], subscribed: {} };
  // Loops: Prototype.js 1.6 has a `reduce` of its own, which reduces nothing.
  let identifiers: Memory['acknowledged']['identifiers'] = former.identifiers.filter((i) => !ack.isReplaced?.(i));
  let { consents } = former;
  for (const i of ack.identifiers) identifiers = append(identifiers, i, isSame, mostIdentifiers);
  // Only the newest consent of a channel is kept.
  for (const c of ack.consents) consents = append(consents, c, (a, b) => a.channel === b.channel, mostConsents);
  const emailTag = ack.emailTag ?? former.emailTag;
  const who = { identifiers, consents, ...(emailTag ? { emailTag } : {}) };
  return {
    // What was seen before is settled by now: it named this person, or somebody that this person is not.
    seen: {
      ...memory.seen,
      identifiers: [],
      refused: memory.seen.refused.filter((tag) => !ack.pardoned?.includes(tag)),
    },
    acknowledged: ack.isConfirmed
      ? { ...who, subscribed: { ...former.subscribed, ...ack.subscribed }, signedUpAt: ack.at }
      : { ...former, ...who, askedAt: ack.at },
  };
}
