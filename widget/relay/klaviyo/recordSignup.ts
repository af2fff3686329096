import type { Submission } from '../../core/submission/submission.gen.ts';
import type { KlaviyoApi } from './api.ts';
import { refused } from './refused.ts';

export const signupMetric = 'Hello Again sign-up';

/**
 * What became of a consent: `granted`, `refused` (shown and left unticked), `pending` (the person had said stop, and has not
 * confirmed that they want it again) or
 * `withdrawn` (said before the person said stop, and delivered after).
 */
export type ConsentState = 'granted' | 'refused' | 'pending' | 'withdrawn';

/**
 * Writes the sign-up into the profile's timeline: for each consent its exact text and hash, at the top level where
 * segments can be made of them, and below `$extra` the submission as it came, with every field that this relay does not
 * know. A later number leaves the event of the former one as it is.
 *
 * Its id is the submission's, and Klaviyo records the first event of an id only
 * (https://developers.klaviyo.com/en/reference/create_event, `unique_id`), so a retry adds none.
 */
export async function recordSignup(
  api: KlaviyoApi,
  submission: Submission,
  profileId: string,
  stateOf: (consent: Submission['consents'][number]) => ConsentState,
): Promise<void> {
  const { id, store, test, ask, page, consents } = submission;
  const ofConsents = consents.map((consent) => ({
    [`${consent.channel}_state`]: stateOf(consent),
    [`${consent.channel}_to`]: consent.to,
    [`${consent.channel}_text`]: consent.text,
    [`${consent.channel}_text_hash`]: consent.textHash,
    [`${consent.channel}_text_version`]: consent.textVersion,
    [`${consent.channel}_consent_id`]: consent.id,
    [`${consent.channel}_checked_at`]: consent.checkedAt,
  }));
  const answer = await api({
    step: 'event',
    method: 'POST',
    path: '/api/events',
    body: {
      data: {
        type: 'event',
        attributes: {
          unique_id: id,
          properties: Object.assign(
            { store, test, ask: ask.kind, reason: ask.reason, page: page.url },
            ...ofConsents,
            submission.replaces ? { replaces: submission.replaces.consentId } : {},
            { $extra: { submission: withoutTokens(submission) } },
          ),
          metric: { data: { type: 'metric', attributes: { name: signupMetric } } },
          profile: { data: { type: 'profile', id: profileId, attributes: {} } },
        },
      },
    },
  });
  if (answer.status >= 400) throw refused(answer, 'event');
}

/** Whoever holds a token may add to the profile, and a timeline is read by many. */
function withoutTokens(submission: Submission): unknown {
  const { identity } = submission;
  const identifiers = identity.identifiers.map(({ value: _value, ...told }) => told);
  return { ...submission, identity: { ...identity, identifiers } };
}
