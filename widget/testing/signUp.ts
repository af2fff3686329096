import type { Receipt } from '../core/submission/answer.ts';
import type { Submission } from '../core/submission/submission.gen.ts';

/** A submission that was taken, once for each id, with the receipt it got. */
export interface TakenSignUp {
  /** As it was posted. */
  readonly submission: Submission;
  /** What was answered. */
  readonly receipt: Receipt;
}

/** Somebody the store knows before the test: whom a link names, and the address on file. */
export interface KnownPerson {
  /** As in `mintLink({ subject })`, or the whole value where the link is no signed one. */
  readonly subject?: string | undefined;
  /** The address on file. */
  readonly email?: string | undefined;
}

/** One profile that a careful collector would have made of the sign-ups. */
export interface SignedUpPerson {
  /** Its addresses, in lower case. */
  readonly emails: readonly string[];
  /** Its numbers, in E.164. */
  readonly phones: readonly string[];
  /** What it was made of. */
  readonly signUps: readonly TakenSignUp[];
}
