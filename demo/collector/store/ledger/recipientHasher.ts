import { createHmac, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { emailKey } from '../../rules/profile.ts';
import { keptSecret } from '../secrets.ts';
import type { Tables } from '../tables.ts';

/** What stands in the ledger for an erased number or address: the same one again gives the same text. */
export type RecipientHash = (recipient: string) => string;

/** Keyed by a secret of this installation: a bare hash of a number is found by trying every number. */
export async function recipientHasher(database: Kysely<Tables>): Promise<RecipientHash> {
  const secret = await keptSecret(database, 'recipients', () => randomBytes(32).toString('base64url'));
  return (recipient) => `hmac-sha256:${createHmac('sha256', secret).update(emailKey(recipient)).digest('hex')}`;
}
