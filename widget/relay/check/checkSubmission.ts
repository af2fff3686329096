import type { FieldError } from '../../core/submission/answer.ts';
import type { Submission } from '../../core/submission/submission.gen.ts';
import schema from '../../schema/submission.v1.json' with { type: 'json' };
import { Problem } from '../http/problem.ts';
import { type Schema, schemaErrors } from './schemaErrors.ts';
import { submissionErrors } from './submissionErrors.ts';
import { usualClock } from './timeErrors.ts';

/**
 * Checks a body against the published schema, then whose store it is, and what a schema cannot say. A field that it does not
 * know stays.
 *
 * @throws {Problem} 422 with the fields that are wrong
 */
export async function checkSubmission(body: unknown, store: string, now: number): Promise<Submission> {
  const broken = schemaErrors(schema as Schema, body);
  if (broken.length > 0) throw refused(broken);
  const submission = body as Submission;
  const isForeign = submission.store !== store;
  const errors = [
    ...(isForeign ? [{ field: 'store', code: 'store.unknown' }] : []),
    ...(await submissionErrors(submission, { now, clock: usualClock })),
  ];
  if (errors.length > 0) throw refused(errors);
  return submission;
}

function refused(errors: readonly FieldError[]): Problem {
  return new Problem(422, 'This cannot be taken as it is', { errors });
}
