import type { Answer } from './answer.ts';
import type { Submission } from './submission.gen.ts';

/** What became of a submission: the collector's answer, or it is kept and tried again. */
export type Delivered = Answer | { readonly kind: 'waiting' };

/** Tells what became of a submission that no open form waits for. */
export type LateAnswer = (submission: Submission, answer: Answer) => void;

/** Gets submissions to their collectors. */
export interface Delivery {
  /** Keeps the submission, tries once, and goes on trying while the page lives. */
  send(url: string, submission: Submission): Promise<Delivered>;
  /** Tries everything that is kept, the first in first. */
  flush(): void;
  /** One last try, then everything kept is deleted. */
  withdraw(): void;
  stop(): void;
}
