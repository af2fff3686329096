import type { Submission } from '../../core/submission/submission.gen.ts';
import type { Granted } from '../adapter.ts';
import type { SignupEntry } from './api.ts';

/** A sign-up as the page's tags get it. */
export function entryFor(submission: Submission, granted: Granted, includesContact: boolean): SignupEntry {
  const { id, ask, contact, widget, test } = submission;
  return {
    event: 'hello_again_signup',
    hello_again: {
      submission_id: id,
      signup: widget.signup,
      test,
      ask: ask.kind,
      reason: ask.reason,
      consents: [granted.email, granted.sms]
        .filter((c) => c !== undefined)
        .map((c) => ({
          id: c.id,
          channel: c.channel,
          text_version: c.textVersion,
          text_hash: c.textHash,
          checked_at: c.checkedAt,
        })),
      ...(includesContact && contact.email ? { email: contact.email } : {}),
      ...(includesContact && contact.phone ? { phone: contact.phone } : {}),
      ...(includesContact && contact.fields ? { fields: contact.fields } : {}),
    },
  };
}
