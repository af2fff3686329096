import { hash } from 'node:crypto';
import type { Links } from './links.ts';

/**
 * Links without those that were revoked one by one, as one that somebody has posted in public. It names nobody any more; others
 * of the same key and person stay good.
 *
 * @param revoked SHA-256 of each token, in hex: a list of tokens would open what it is to close
 */
export function withoutRevoked(links: Links, revoked: ReadonlySet<string>): Links {
  if (revoked.size === 0) return links;
  const isGood = ({ value }: { readonly value: string }) => !revoked.has(hash('sha256', value));
  return { ...links, verify: (sent, store, now) => links.verify(sent.filter(isGood), store, now) };
}

/** @throws {Error} one sentence, where one is no hash */
export function revokedFrom(text: string | undefined): ReadonlySet<string> {
  const hashes = text ? text.split(',').map((hash) => hash.trim().toLowerCase()) : [];
  if (hashes.every((hash) => /^[0-9a-f]{64}$/.test(hash))) return new Set(hashes);
  throw new Error(
    'HELLO_AGAIN_REVOKED_LINKS must be SHA-256 hashes of tokens in hex, as `printf %s "$token" | sha256sum` makes.',
  );
}
