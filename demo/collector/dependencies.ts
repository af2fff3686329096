import type { Kysely } from 'kysely';
import type { Circumstances } from '../platform/actions.ts';
import type { Stores } from '../store/stores.ts';
import type { Tables } from '../store/tables.ts';
import type { Links } from './links.ts';

/** What the collector works with. */
export interface Dependencies {
  readonly database: Kysely<Tables>;
  readonly stores: Stores;
  readonly links: Links;
  readonly circumstances: () => Circumstances;
  /** What order webhooks are signed with. */
  readonly orderSecret: string;
}
