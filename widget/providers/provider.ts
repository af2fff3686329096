import type { Issuer } from '../core/identity/issuer.ts';

/** An issuer of identifiers: where its links and cookies carry them, what they are worth, and how well that is known. */
export interface Provider extends Issuer {
  /** Whether the parameters are taken out of the address bar once they have been read. */
  readonly isTakenFromAddress: boolean;
  /** How well the shapes are known. */
  readonly verification: 'documented' | 'public-code' | 'unverified';
  /** Where that can be read. */
  readonly source: string;
  /** ISO date on which somebody last looked. */
  readonly lastVerified: string;
}
