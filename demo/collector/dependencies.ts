import type { Kysely } from 'kysely';
import type { SendText } from './codes/texts.ts';
import type { Links } from './links.ts';
import type { Policy } from './policy.ts';
import type { Circumstances } from './rules/actions.ts';
import type { RecipientHash } from './store/ledger/recipientHasher.ts';
import type { Tables } from './store/tables.ts';

/** What the collector works with. */
export interface Dependencies {
  readonly database: Kysely<Tables>;
  /** Asked for every store that is named: makes it where it may be made, and refuses it otherwise. */
  readonly stores: { touch(name: string): Promise<void> };
  readonly links: Links;
  readonly circumstances: () => Circumstances;
  /** What order webhooks are signed with. */
  readonly orderSecret: string;
  /** What codes are kept under. */
  readonly codeSecret: string;
  /** Sends a code by text; without it no number is ever asked to be proven. */
  readonly sendText?: SendText | undefined;
  /** What takes the place of an erased number or address. */
  readonly recipientHash: RecipientHash;
  /** What opens the records of people; without it they have no door. */
  readonly adminToken?: string | undefined;
  readonly policy: Policy;
}
