import { append, isSame } from './append.ts';
import type { Memory, RememberedIdentifier } from './memory.ts';
import { withSeen } from './withSeen.ts';

const mostIdentifiers = 6;
const mostRefusals = 12;

/** Remembers an identifier as seen; the same one again moves to the end, the newest place. */
export function remembersSeen(memory: Memory, identifier: RememberedIdentifier): Memory {
  return withSeen(memory, { identifiers: append(memory.seen.identifiers, identifier, isSame, mostIdentifiers) });
}

/** Remembers that identifiers were refused, and forgets their values. `isRefused` tells which values they are. */
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
