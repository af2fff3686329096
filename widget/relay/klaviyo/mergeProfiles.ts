import type { KlaviyoApi } from './api.ts';
import { refused } from './refused.ts';

/**
 * Folds one profile into another and deletes it. Klaviyo answers at once and does it later
 * (https://developers.klaviyo.com/en/reference/merge_profiles).
 */
export async function mergeProfiles(api: KlaviyoApi, from: string, into: string): Promise<void> {
  const answer = await api({
    step: 'merge',
    method: 'POST',
    path: '/api/profile-merge',
    body: {
      data: { type: 'profile-merge', id: into, relationships: { profiles: { data: [{ type: 'profile', id: from }] } } },
    },
  });
  if (answer.status >= 400) throw refused(answer, 'merge');
}
