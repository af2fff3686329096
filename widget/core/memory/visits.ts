import type { Memory } from './memory.ts';

/** Remembers that the visitor closed the popup. `at` in seconds since 1970. */
export function remembersDismissal(memory: Memory, at: number): Memory {
  return withSeen(memory, { dismissedAt: at });
}

/** Remembers that the popup opened by itself. `at` in seconds since 1970. */
export function remembersShown(memory: Memory, at: number, quietSeconds: number): Memory {
  const isOld = memory.seen.shownAt !== undefined && at - memory.seen.shownAt > quietSeconds;
  return withSeen(memory, { shown: (isOld ? 0 : memory.seen.shown) + 1, shownAt: at });
}

function withSeen(memory: Memory, change: Partial<Memory['seen']>): Memory {
  return { ...memory, seen: { ...memory.seen, ...change } };
}
