import type { Subscribed } from '../ask/reasons.ts';
import type { Memory, RememberedIdentifier } from './memory.ts';

// What a visitor does to memory. What a collector acknowledged is in `acknowledged.ts`, which comes with the code that sends.

const mostIdentifiers = 6;
const mostRefusals = 12;

/** Remembers an identifier as seen; the same one again moves to the end, the newest place. */
export function remembersSeen(memory: Memory, identifier: RememberedIdentifier): Memory {
  return withSeen(memory, { identifiers: append(memory.seen.identifiers, identifier, isSame, mostIdentifiers) });
}

/** Remembers that identifiers were refused, and forgets their values. `isRefused` says which values they are. */
export function remembersRefusal(
  memory: Memory,
  tags: readonly string[],
  isRefused: (i: RememberedIdentifier) => boolean,
): Memory {
  const refused = [...memory.seen.refused.filter((t) => !tags.includes(t)), ...tags].slice(-mostRefusals);
  const stays = (i: RememberedIdentifier) => !isRefused(i);
  const isOfThisPerson = memory.acknowledged.identifiers.some(isRefused);
  return {
    seen: { ...memory.seen, refused, identifiers: memory.seen.identifiers.filter(stays) },
    // What was acknowledged belongs to the person who has just been refused: it goes as a whole.
    acknowledged: isOfThisPerson ? { identifiers: [], consents: [], subscribed: {} } : memory.acknowledged,
  };
}

/** Remembers that the visitor closed the popup; what was to keep it closed for longer stays. `at` in seconds since 1970. */
export function remembersDismissal(memory: Memory, at: number): Memory {
  return withSeen(memory, { dismissedAt: Math.max(at, memory.seen.dismissedAt ?? 0) });
}

/** As `ask/history.ts` reads it, which is the entry's. Seconds. */
const tenYears = 10 * 365 * 86_400;

/**
 * Remembers that the visitor says they have signed up already: as a dismissal dated ten years ahead, so that it does not
 * open by itself for a year. `at` in seconds since 1970.
 */
export function remembersAlreadySignedUp(memory: Memory, at: number): Memory {
  return remembersDismissal(memory, at + tenYears);
}

/** Remembers that the popup opened by itself. `at` in seconds since 1970. */
export function remembersShown(memory: Memory, at: number, quietSeconds: number): Memory {
  const isOld = memory.seen.shownAt !== undefined && at - memory.seen.shownAt > quietSeconds;
  return withSeen(memory, { shown: (isOld ? 0 : memory.seen.shown) + 1, shownAt: at });
}

/**
 * Remembers that the visitor has just answered another form of the page: like an unconfirmed sign-up of ours. The
 * address typed there is unknown, so the identity does not change. `at` in seconds since 1970.
 */
export function remembersAnswered(memory: Memory, at: number): Memory {
  return { ...memory, acknowledged: { ...memory.acknowledged, askedAt: at } };
}

/**
 * Remembers that what was waited for has come: who was asked is subscribed now, as far as the collector says so.
 *
 * @param at seconds since 1970
 */
export function remembersProven(memory: Memory, subscribed: Subscribed, at: number): Memory {
  const { askedAt: _, ...former } = memory.acknowledged;
  return {
    ...memory,
    acknowledged: { ...former, subscribed: { ...former.subscribed, ...subscribed }, signedUpAt: at },
  };
}

/** Whether two identifiers are one and the same. */
export function isSame(a: RememberedIdentifier, b: RememberedIdentifier): boolean {
  return a.field === b.field && a.issuer === b.issuer && a.value === b.value;
}

/** A list with an item at its newest place, once, and the oldest left out beyond `most`. */
export function append<T>(all: readonly T[], item: T, isSameItem: (a: T, b: T) => boolean, most: number): readonly T[] {
  return [...all.filter((i) => !isSameItem(i, item)), item].slice(-most);
}

/** Memory with a change of what was seen. */
function withSeen(memory: Memory, change: Partial<Memory['seen']>): Memory {
  return { ...memory, seen: { ...memory.seen, ...change } };
}
