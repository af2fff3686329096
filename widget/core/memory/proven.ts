import type { Subscribed } from '../ask/reasons.ts';
import type { Memory } from './memory.ts';

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
