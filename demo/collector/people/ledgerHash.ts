import { createHash } from 'node:crypto';

/** SHA-256 over the hashes of a record's entries, a line each. */
export function ledgerHash(entryHashes: readonly string[]): string {
  return `sha256-${createHash('sha256').update(entryHashes.join('\n')).digest('hex')}`;
}
