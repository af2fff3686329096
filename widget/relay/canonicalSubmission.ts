import type { Submission } from '../core/submission/submission.gen.ts';
import { canonicalJson } from './canonicalJson.ts';

/** What a submission says, in one form. How it travelled is left out: a browser that sends it again may say that otherwise. */
export function canonicalSubmission({ sentAt: _sentAt, widget, ...said }: Submission): string {
  const { unattended: _unattended, ...lasting } = widget;
  return canonicalJson({ ...said, widget: lasting });
}
