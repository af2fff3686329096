import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Dependencies } from './dependencies.ts';
import { type LinkKeys, openLinks } from './links.ts';
import type { Circumstances } from './rules/actions.ts';
import { usualKid } from './settings/linkKeysFrom.ts';
import { recipientHasher } from './store/ledger/recipientHasher.ts';
import { keptSecret } from './store/secrets.ts';
import type { Tables } from './store/tables.ts';

/** What whoever starts a collector may know better than the database. */
export interface Known {
  /** What links are signed with, the newest key first. */
  readonly linkKeys?: LinkKeys | undefined;
  /** What order webhooks are signed with. */
  readonly orderSecret?: string | undefined;
  /** What opens the records of people. */
  readonly adminToken?: string | undefined;
}

/** What a collector works with. Secrets that nobody named are made once and kept in the database. */
export async function openDependencies(
  database: Kysely<Tables>,
  circumstances: () => Circumstances,
  { linkKeys, orderSecret, adminToken }: Known,
  own: Pick<Dependencies, 'stores' | 'policy' | 'sendText'>,
): Promise<Dependencies> {
  const secret = () => randomBytes(32).toString('base64url');
  return {
    ...own,
    database,
    circumstances,
    links: openLinks(linkKeys ?? [{ kid: usualKid, secret: await keptSecret(database, 'link', secret) }]),
    orderSecret: orderSecret ?? (await keptSecret(database, 'order', secret)),
    codeSecret: await keptSecret(database, 'code', secret),
    recipientHash: await recipientHasher(database),
    adminToken,
  };
}
