import type { FieldError } from '../../core/submission/answer.ts';
import type { Submission } from '../../core/submission/submission.gen.ts';
import { consentErrors } from './consentErrors.ts';
import { emailOf } from './emailOf.ts';
import { textErrors } from './textErrors.ts';
import { type ClockLimits, timeErrors } from './timeErrors.ts';

/** What the times of a submission are compared with. */
interface Known {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Without it any time is taken that is one. */
  readonly clock?: ClockLimits | undefined;
}

/**
 * What a schema cannot say of a submission: that it can reach somebody, in text that is what it looks like, that every consent
 * is for what was typed and its words were not changed since, and that its times can be. Empty where all is well. For every
 * server that takes submissions.
 *
 * @param submission - of the published schema's shape
 */
export async function submissionErrors(submission: Submission, { now, clock }: Known): Promise<FieldError[]> {
  const isEmpty = submission.contact.phone === undefined && emailOf(submission) === undefined;
  return [
    ...(isEmpty ? [{ field: 'contact', code: 'contact.empty' }] : []),
    ...textErrors(submission),
    ...(await consentErrors(submission)),
    ...timeErrors(submission, now, clock),
  ];
}
