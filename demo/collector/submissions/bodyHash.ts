import { createHmac, type KeyObject } from 'node:crypto';
import type { Submission } from '../../../widget/index.ts';
import { canonicalSubmission } from '../../../widget/relay/index.ts';

/** A keyed hash of what was posted, without what differs from one try to the next. */
export function bodyHash(secret: KeyObject, submission: Submission): string {
  return createHmac('sha256', secret).update(canonicalSubmission(submission), 'utf8').digest('base64url');
}
