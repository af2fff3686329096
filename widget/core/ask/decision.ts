import type { Certainty } from '../identity/resolve.ts';
import type { Ask, Reason } from './reasons.ts';

/** The decision as anybody may see it: no values. */
export interface Decision {
  readonly ask: Ask;
  readonly reason: Reason;
  readonly certainty: Certainty;
}
