import { createHmac } from 'node:crypto';
import type { Submission } from '../../../widget/index.ts';
import { canonicalJson } from '../store/canonicalJson.ts';

/** A keyed hash of what was posted, without what differs from one try to the next. */
export function bodyHash(secret: string, { sentAt: _sentAt, widget, ...body }: Submission): string {
  const { unattended: _unattended, ...lasting } = widget;
  return createHmac('sha256', secret)
    .update(canonicalJson({ ...body, widget: lasting }), 'utf8')
    .digest('base64url');
}
