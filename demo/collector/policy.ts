import type { Limits } from './http/limits/openLimits.ts';

/** How strict a collector is. The demo store is a place to try things in, and so takes more than one in earnest. */
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
  readonly clock?: { readonly ahead: number; readonly behind: number };
  /** The code that a sign-up is thanked with. */
  readonly coupon?: string;
  /** Whether the query may ask for faults. */
  readonly takesFaults: boolean;
}
