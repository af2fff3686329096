import type { Receipt } from '../core/submission/answer.ts';
import type { Submission } from '../core/submission/submission.gen.ts';

/** A submission that was taken, once for each id, with the receipt it got. */
export interface TakenSignUp {
  readonly submission: Submission;
  readonly receipt: Receipt;
}

/** Somebody the store knows before the test: whom a link names, and the address on file. */
export interface KnownPerson {
  /** As in `mintLink({ subject })`, or the whole value where the link is no signed one. */
  readonly subject?: string | undefined;
  readonly email?: string | undefined;
}

/** One profile that a careful collector would have made of the sign-ups. */
export interface SignedUpPerson {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly signUps: readonly TakenSignUp[];
}
