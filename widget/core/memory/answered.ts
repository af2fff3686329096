import type { Memory } from './memory.ts';

/**
 * Remembers that the visitor has just answered another form of the page: as much as a sign-up of ours that nobody has
 * confirmed. Whose address was typed there is not known, and changes nothing about who this is. `at` in seconds since 1970.
 */
export function remembersAnswered(memory: Memory, at: number): Memory {
  return { ...memory, acknowledged: { ...memory.acknowledged, askedAt: at } };
}
