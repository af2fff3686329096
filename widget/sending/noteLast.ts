import type { Delivered } from '../core/submission/delivery.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import type { SignupContext } from '../signup/session.ts';

/** Notes what was sent and what became of it, for `explain()`. */
export function noteLast(context: SignupContext, submission: Submission, answer: Delivered): void {
  const receipt = answer.kind === 'taken' ? answer.receipt : undefined;
  context.amend({ last: { submission, receipt, result: receipt?.outcome ?? answer.kind } });
}
