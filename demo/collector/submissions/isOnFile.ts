import type { SubmissionAction } from '../rules/actions.ts';
import { currentPhone, emailConsent, emailKey, phoneConsent } from '../rules/profile.ts';
import type { ProfileStore } from '../rules/store.ts';

/** Whether all that a submission gives stands on a profile already: the number as its current one, and each ticked box. */
export function isOnFile(
  profiles: ProfileStore,
  profileId: string,
  { phone, consents }: Pick<SubmissionAction, 'phone' | 'consents'>,
): boolean {
  const profile = profiles.byId(profileId);
  const given = consents.filter(({ granted }) => granted);
  if (!profile || given.length === 0) return false;
  if (phone !== undefined && currentPhone(profile)?.number !== phone) return false;
  const ledger = profiles.ledgerOf(profile);
  return given.every(({ channel, to }) =>
    channel === 'sms'
      ? phoneConsent(ledger, to).state === 'subscribed'
      : profile.email !== null &&
        emailKey(profile.email) === emailKey(to) &&
        emailConsent(ledger, profile.email) === 'subscribed',
  );
}
