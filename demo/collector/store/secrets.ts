import { createHmac, createSecretKey, hash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import { contactKey } from '../../../widget/relay/index.ts';
import type { Tables } from './tables.ts';

/** A secret of this installation, made at its first start and kept. Whoever comes second takes what the first one made. */
export async function keptSecret(database: Kysely<Tables>, name: string, make: () => string): Promise<string> {
  await database
    .insertInto('installation')
    .values({ name, value: make() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await database
    .selectFrom('installation')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return row.value;
}

/**
 * What stands in the ledger for an erased number or address: the same one again gives the same text.
 *
 * @param key as `contactKey` says, unless it is another
 */
export type RecipientHash = (recipient: string, key?: string) => string;

/** Keyed by a secret of this installation: a bare hash of a number is found by trying every number. */
export async function recipientHasher(database: Kysely<Tables>): Promise<RecipientHash> {
  const secret = await keptSecret(database, 'recipients', () => randomBytes(32).toString('base64url'));
  const hmacKey = createSecretKey(secret, 'utf8');
  return (recipient, key = contactKey(recipient)) =>
    `hmac-sha256:${createHmac('sha256', hmacKey).update(key).digest('hex')}`;
}

/** All that a number or address may stand under in the ledger: as it is, and erased, by this version or by an earlier one. */
export function ledgerKeysOf(recipient: string, recipientHash: RecipientHash): readonly string[] {
  return [...new Set([contactKey(recipient), ...erasedKeysOf(recipient, recipientHash)])];
}

/** What stands in the ledger for an erased number or address. An earlier version knew no punycode. */
export function erasedKeysOf(recipient: string, recipientHash: RecipientHash): readonly string[] {
  if (recipient.startsWith('hmac-sha256:')) return [recipient];
  const keys = new Set([contactKey(recipient), recipient.toLowerCase()]);
  return [...keys].map((key) => recipientHash(recipient, key));
}

/** Compares two secrets in a time that says nothing of where they differ, nor how long either is. */
export function isSameSecret(a: string, b: string): boolean {
  const digest = (text: string) => hash('sha256', text, 'buffer');
  return timingSafeEqual(digest(a), digest(b));
}
