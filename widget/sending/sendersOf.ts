import type { Runtime, Sender } from '../signup/page.ts';

/** The page's signups that send. */
export function sendersOf({ senders = new Set() }: Runtime): Sender[] {
  return [...senders];
}
