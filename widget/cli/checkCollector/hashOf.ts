import { createHash } from 'node:crypto';

/** The hash of a consent’s words, as the protocol writes it. */
export function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('hex')}`;
}
