import type { KlaviyoApi } from './api.ts';
import { refused } from './refused.ts';

interface Subscription {
  readonly channel: 'email' | 'sms';
  readonly to: string;
  readonly list: string;
  /** Where it is known whose it is; a number that moves by a merge is found by itself. */
  readonly profileId: string | undefined;
  /** What Klaviyo notes beside the consent. */
  readonly source: string;
}

/**
 * Subscribes one channel, named explicitly and alone: one request for two would lose the email's consent where the
 * number is refused. The time of consent is Klaviyo's own, because `consented_at` is only accepted for historical
 * imports, and those would skip double opt-in (https://developers.klaviyo.com/en/reference/bulk_subscribe_profiles).
 */
export async function subscribe(api: KlaviyoApi, subscription: Subscription): Promise<void> {
  const { channel, to, list, profileId, source } = subscription;
  const profile = {
    type: 'profile',
    ...(profileId === undefined ? {} : { id: profileId }),
    attributes: {
      ...(channel === 'email' ? { email: to } : { phone_number: to }),
      subscriptions: { [channel]: { marketing: { consent: 'SUBSCRIBED' } } },
    },
  };
  const answer = await api({
    step: 'subscribe',
    method: 'POST',
    path: '/api/profile-subscription-bulk-create-jobs',
    body: {
      data: {
        type: 'profile-subscription-bulk-create-job',
        attributes: { custom_source: source, profiles: { data: [profile] } },
        relationships: { list: { data: { type: 'list', id: list } } },
      },
    },
  });
  if (answer.status >= 400) throw refused(answer, 'subscribe');
}
