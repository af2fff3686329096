import type { Certainty } from '../identity/resolve.ts';
import type { Ask, Reason } from './reasons.ts';

/** The decision as anybody may see it: no values. */
export interface Decision {
  /** What the visitor is asked for. */
  readonly ask: Ask;
  /** The row of the ask table that decided. */
  readonly reason: Reason;
  /** How sure the identity is. */
  readonly certainty: Certainty;
}
