import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { ClockLimits } from '../../widget/relay/index.ts';
import type { SendText } from './codes/sendByWebhook.ts';
import { type TextLimits, usedUpTeller } from './codes/textLimits.ts';
import type { Limits } from './http/limits/openLimits.ts';
import { type LinkKeys, type Links, openLinks } from './links.ts';
import { type NamedSecrets, type OrderSecrets, orderSecrets } from './orders/orderSecrets.ts';
import { withoutRevoked } from './revokedLinks.ts';
import type { Circumstances } from './rules/actions.ts';
import { usualKid } from './settings/linkKeysFrom.ts';
import { keptSecret, type RecipientHash, recipientHasher } from './store/secrets.ts';
import { type SignUpCalls, signUpCalls } from './store/signUpCalls.ts';
import type { Tables } from './store/tables.ts';

/** How strict a collector is. The demo store is for trying things, so it accepts more than a collector in production. */
export interface Policy {
  /** The pages that may post: `https://shop.example`, or any page at all. */
  readonly origins: '*' | readonly string[];
  /** The store of a request that names none; without it each one has to. */
  readonly defaultStore?: string;
  /** Without it nothing is counted. */
  readonly limits?: Limits;
  /** Milliseconds from the popup's opening to the press below which nobody is taken for a human. */
  readonly minimumFill: number;
  /**
   * - `valid`: of a range that a country's numbering plan hands out
   * - `possible`: of the right length; numbers set aside for drama are no more than that
   */
  readonly phones: 'valid' | 'possible';
  /** How far a visitor's clock may be off, in milliseconds; without it any time is taken. */
  readonly clock?: ClockLimits;
  /**
   * Whose number has to be proven by a code.
   *
   * - `when-needed`: one that somebody has proven before, or had said stop with. Who is asked learns that
   * - `always`: everybody's, so that the question tells nothing
   */
  readonly prove: 'when-needed' | 'always';
  /** Hashes of the wordings that the owner shows; a consent in other words is marked. Without it none is. */
  readonly wordings?: ReadonlySet<string>;
  /** The code that a sign-up is thanked with. */
  readonly coupon?: string;
  /** Where the shop is, ISO 3166: what a number without a calling code belongs to. */
  readonly country: string;
  /** What texts may cost; without it they cost nothing. */
  readonly texts?: TextLimits;
  /** A store's name as people know it. */
  readonly shopOf: (store: string) => string;
  /** Whether the query may ask for faults. */
  readonly takesFaults: boolean;
  /** What is marked as a test is taken like any other; otherwise it changes nothing. */
  readonly takesTests: boolean;
}

/** What the collector works with. */
export interface Dependencies {
  readonly database: Kysely<Tables>;
  readonly signUps: SignUpCalls;
  /** Asked for every store that is named: makes it where it may be made, and refuses it otherwise. */
  readonly stores: { touch(name: string): Promise<void> };
  readonly links: Links;
  readonly circumstances: () => Circumstances;
  /** What order webhooks are signed with. */
  readonly orderSecrets: OrderSecrets;
  /** What codes are kept under. */
  readonly codeSecret: string;
  /** What submissions are compared under. */
  readonly bodySecret: KeyObject;
  /** Sends a code by text; without it no number is ever asked to be proven. */
  readonly sendText?: SendText | undefined;
  /** What takes the place of an erased number or address. */
  readonly recipientHash: RecipientHash;
  /** What opens the records of people; without it they have no door. */
  readonly adminToken?: string | undefined;
  /** Opens them as well, while the first one is changed. */
  readonly nextAdminToken?: string | undefined;
  readonly policy: Policy;
  /** The network of the request that is being answered, where one is. */
  readonly network?: string | undefined;
  /** Gets lines without persons. */
  readonly log: (line: string) => void;
  /** Says that the texts of a store are used up. */
  readonly tellUsedUp: (store: string, now: number) => void;
}

/** What whoever starts a collector may know better than the database. */
export interface Known {
  /** What links are signed with, the newest key first. */
  readonly linkKeys?: LinkKeys | undefined;
  /** Hashes of links that are good no longer. */
  readonly revokedLinks?: ReadonlySet<string> | undefined;
  /** What order webhooks of single stores and shapes are signed with. */
  readonly orderSecrets?: NamedSecrets | undefined;
  /** What all others are signed with. */
  readonly orderSecret?: string | undefined;
  /** What opens the records of people. */
  readonly adminToken?: string | undefined;
  readonly nextAdminToken?: string | undefined;
}

/** What a collector works with. Secrets that nobody named are made once and kept in the database. */
export async function openDependencies(
  database: Kysely<Tables>,
  circumstances: () => Circumstances,
  {
    linkKeys,
    orderSecrets: named = new Map(),
    orderSecret,
    adminToken,
    nextAdminToken,
    revokedLinks = new Set(),
  }: Known,
  {
    log = () => {},
    ...own
  }: Pick<Dependencies, 'stores' | 'policy' | 'sendText'> & {
    readonly log?: ((line: string) => void) | undefined;
  },
): Promise<Dependencies> {
  const secret = () => randomBytes(32).toString('base64url');
  return {
    ...own,
    database,
    signUps: signUpCalls(database),
    circumstances,
    links: withoutRevoked(
      openLinks(linkKeys ?? [{ kid: usualKid, secret: await keptSecret(database, 'link', secret) }]),
      revokedLinks,
    ),
    orderSecrets: orderSecrets(named, orderSecret, await keptSecret(database, 'order', secret)),
    codeSecret: await keptSecret(database, 'code', secret),
    bodySecret: createSecretKey(await keptSecret(database, 'body', secret), 'utf8'),
    recipientHash: await recipientHasher(database),
    tellUsedUp: usedUpTeller(log),
    adminToken,
    nextAdminToken,
    log,
  };
}
