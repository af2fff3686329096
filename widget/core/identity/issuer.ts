import type { Field, Strength } from './evidence.ts';

/** A value that a parameter or a cookie carried, before it counts as evidence. */
export interface Carried {
  /** What kind of value it is. */
  readonly field: Field;
  /** Opaque text. */
  readonly value: string;
  /** `proof` is the page's own login, and no link's or cookie's. */
  readonly strength: Strength;
}

/** One place where an issuer leaves an identifier. */
export interface Carrier {
  /** Name of the query parameter or cookie. */
  readonly name: string;
  /**
   * Turns the raw text (percent-decoded) into what it carries; nothing where it identifies nobody. An exception counts
   * as nothing.
   */
  decode(raw: string): readonly Carried[];
}

/** What extracting needs to know of an issuer of identifiers. */
export interface Issuer {
  /** `own`, `klaviyo`, `mailchimp` ... */
  readonly issuer: string;
  /** Query parameters of links that carry an identifier. */
  readonly parameters?: readonly Carrier[] | undefined;
  /** First-party cookies that carry one. */
  readonly cookies?: readonly Carrier[] | undefined;
  /** Whether the same person always gets the same key; only then two identifiers can contradict each other. */
  readonly isStable: boolean;
  /** The part of a value that stays the same when the issuer issues a new one. @default the value itself */
  keyOf?(value: string): string;
}

/** What an identifier is compared and refused by. An owner's `keyOf` may be wrong about a value: then the value itself. */
export function keyOf(issuer: Issuer | undefined, value: string): string {
  try {
    return issuer?.keyOf?.(value) ?? value;
  } catch {
    return value;
  }
}
