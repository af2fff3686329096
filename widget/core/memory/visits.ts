import type { Memory } from './memory.ts';
import { withSeen } from './withSeen.ts';

/** Remembers that the visitor closed the popup; what was to keep it closed for longer stays. `at` in seconds since 1970. */
export function remembersDismissal(memory: Memory, at: number): Memory {
  return withSeen(memory, { dismissedAt: Math.max(at, memory.seen.dismissedAt ?? 0) });
}

const tenYears = 10 * 365 * 86_400;

/**
 * Remembers that the visitor says they have signed up already: as a dismissal dated ten years ahead, so that it does not
 * open by itself again. `at` in seconds since 1970.
 */
export function remembersAlreadySignedUp(memory: Memory, at: number): Memory {
  return remembersDismissal(memory, at + tenYears);
}

/** Remembers that the popup opened by itself. `at` in seconds since 1970. */
export function remembersShown(memory: Memory, at: number, quietSeconds: number): Memory {
  const isOld = memory.seen.shownAt !== undefined && at - memory.seen.shownAt > quietSeconds;
  return withSeen(memory, { shown: (isOld ? 0 : memory.seen.shown) + 1, shownAt: at });
}
