import type { Channel } from './profile.ts';
import type { ProfileStore } from './store.ts';
import type { Happened } from './types.ts';

/** What the rules may not fetch themselves. */
export interface Circumstances {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly newId: () => string;
}

/** A box that was shown with a submission. */
export interface ConsentGiven {
  readonly id: string;
  readonly channel: Channel;
  /** The exact E.164 number or email address. */
  readonly to: string;
  readonly granted: boolean;
  /** Milliseconds since 1970, by the visitor's clock. */
  readonly checkedAt: number;
}

/** A submission, reduced to what the rules decide by. Its phone has a granted consent, or it has been refused before. */
export interface SubmissionAction extends Circumstances {
  readonly id: string;
  /** Named by an identifier that the collector verified; the profile exists. */
  readonly profileId?: string;
  /**
   * The identifier came in a mail or a text of the store's own, so it has reached that person. A receipt's has not: it says no
   * more than what was typed to get it.
   */
  readonly isMailed: boolean;
  /** Fingerprints of the verified identifiers; a receipt's is the one of the link that it goes back to. */
  readonly links: readonly string[];
  /** Identifiers were sent, and not one of them could be verified. */
  readonly isUnverified: boolean;
  readonly certainty: 'declared' | 'claimed' | 'disputed' | 'none';
  /** Typed now, or what the page says of its login. */
  readonly email?: string;
  /** E.164. */
  readonly phone?: string;
  readonly name?: string;
  readonly consents: readonly ConsentGiven[];
  /** The consent that was given for the former number. */
  readonly replaces?: string;
  /** Issuers of the identifiers. */
  readonly issuers: readonly string[];
  readonly stopped: Stopped;
  /** Whether every number that is given has to be proven, and not only one that somebody else has proven. */
  readonly provesAll: boolean;
}

/**
 * When the person last said stop to the contact of a channel, on whatever profile, in milliseconds since 1970; not there where
 * nobody did, or where it was proven since that they want it again.
 */
export type Stopped = { readonly [C in Channel]?: number };

/** A code has reached the number of a submission that waited for it. */
export interface NumberProof extends Circumstances, Pick<SubmissionAction, 'id' | 'consents' | 'stopped'> {
  /** The profile that the submission belongs to. */
  readonly profileId: string;
  /** E.164. */
  readonly phone: string;
}

/** `ask-email`: nothing was done, and the visitor has to say who they are. */
export type SubmissionResult =
  | { readonly kind: 'done'; readonly happened: Happened; readonly profileId: string }
  | { readonly kind: 'ask-email' };

/** An order; a checkout gathers no consent. */
export interface CheckoutAction extends Circumstances {
  readonly email?: string;
  /** E.164. */
  readonly phone?: string;
  readonly name?: string;
}

export interface CheckoutResult {
  /** Null for an order that names nobody. */
  readonly profileId: string | null;
}

/** A platform's behaviour, as pure functions over the profiles that an action may touch. */
export interface RuleSet {
  submit(store: ProfileStore, action: SubmissionAction): SubmissionResult;
  checkout(store: ProfileStore, action: CheckoutAction): CheckoutResult;
}
