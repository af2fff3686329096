import type { Carried, Issuer } from '../core/identity/issuer.ts';

/** A value that a provider's own script or template leaves on the page: who is logged in. */
export interface PageCarrier {
  /** Its path below `window`, names joined by dots. */
  readonly path: string;
  /** Decodes the text or number found there; empty where it identifies nobody. */
  decode(value: string | number): readonly Carried[];
}

/** An issuer of identifiers: where its links and cookies carry them, what they are worth, and how well that is known. */
export interface Provider extends Issuer {
  /** What the page itself says of the customer who is logged in; it counts like `identify()`. Two that differ say nothing. */
  readonly pageValues?: readonly PageCarrier[] | undefined;
  /**
   * The cookie by which a visitor has opted out of this provider: while it holds this value, nothing of the provider
   * counts. Read only where cookies may be read.
   */
  readonly optOut?: { readonly cookie: string; readonly value: string };
  /**
   * Whether its parameters are stripped from the address bar once its own script has stored them, which its cookie with
   * the same identifier shows.
   */
  readonly isTakenFromAddress: boolean;
  /** The same provider for one account alone, where its identifiers tell the account: `klaviyo:AbC123`. */
  ofAccount?(account: string): Provider;
  /** How well the shapes are known. */
  readonly verification: 'documented' | 'public-code' | 'unverified';
  /** Where that can be read. */
  readonly source: string;
  /** ISO date on which somebody last looked. */
  readonly lastVerified: string;
}
