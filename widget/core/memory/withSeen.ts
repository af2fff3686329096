import type { Memory } from './memory.ts';

/** Memory with a change of what was seen. */
export function withSeen(memory: Memory, change: Partial<Memory['seen']>): Memory {
  return { ...memory, seen: { ...memory.seen, ...change } };
}
