import type { Answer } from './answer.ts';
import type { Submission } from './submission.gen.ts';

/** What became of a submission: the collector's answer, or it is kept and tried again. */
export type Delivered = Answer | { readonly kind: 'waiting' };

/** Tells what became of a submission that no open form waits for. `given-up`: it was tried for as long as is reasonable. */
export type LateAnswer = (submission: Submission, answer: Answer | { readonly kind: 'given-up' }) => void;

/** Carries one submission to where it goes. A rejection counts as a network failure. */
export type Deliver = (to: string, submission: Submission, options: DeliverOptions) => Promise<Answer>;

export interface DeliverOptions {
  /** Lets the request outlive the page. */
  readonly keepalive: boolean;
}

/** Gets submissions to their collectors. */
export interface Delivery {
  /**
   * Keeps the submission, tries once, and goes on trying while the page lives.
   *
   * @param to the collector's address, or the name of an adapter
   */
  send(to: string, submission: Submission): Promise<Delivered>;
  /** Tries everything that is kept, the first in first. */
  flush(): void;
  /** One last try, then everything kept is deleted. */
  withdraw(): void;
  stop(): void;
}

/**
 * Runs a task while no other page of this browser runs one of the same name; undefined where it did not run.
 *
 * @param waits milliseconds to wait for the other page to finish
 */
export type Exclusively = <T>(task: () => Promise<T>, waits: number) => Promise<T | undefined>;
