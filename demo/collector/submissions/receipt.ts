import type { Submission } from '../../../widget/index.ts';
import { contactKey } from '../../../widget/relay/index.ts';
import type { Dependencies } from '../dependencies.ts';
import type { SubmissionAction } from '../rules/actions.ts';
import { currentPhone, emailConsent, type Profile, phoneConsent, textState } from '../rules/profile.ts';
import type { ProfileStore } from '../rules/store.ts';
import type { StoredReceipt } from '../store/tables.ts';

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
        contactKey(profile.email) === contactKey(to) &&
        emailConsent(ledger, profile.email) === 'subscribed',
  );
}

/**
 * What was given, for whoever has proven nothing. Not what became of it: that a number or an address had said stop before, and
 * waits, is nobody's to know who merely typed it.
 */
export function givenIn({ consents }: Pick<Submission, 'consents'>, isPending: boolean): StoredReceipt['subscribed'] {
  const isGranted = (channel: 'email' | 'sms') => consents.some((c) => c.channel === channel && c.granted);
  return { email: isGranted('email'), sms: !isPending && isGranted('sms') };
}

/** What is on file, for the holder of a mail's link. */
export function subscribedOf(
  profiles: ProfileStore,
  { phone }: Pick<SubmissionAction, 'phone'>,
  { happened, profileId }: { readonly happened: string; readonly profileId: string },
): StoredReceipt['subscribed'] {
  const profile = profiles.byId(profileId);
  if (!profile) return { email: false, sms: false };
  const ledger = profiles.ledgerOf(profile);
  const isTexted = phone !== undefined && phoneConsent(ledger, phone).state === 'subscribed';
  return {
    email: emailConsent(ledger, profile.email) === 'subscribed',
    sms: happened !== 'pending' && (isTexted || textState(profile, ledger) === 'subscribed'),
  };
}

/**
 * The coupon, if there is one. Everybody who types an email gets the same one, known or not; who is known by a mail's link
 * gets none twice.
 *
 * @param thanked the profiles that an earlier sign-up was thanked with one for
 */
export function couponFor(
  { policy }: Pick<Dependencies, 'policy'>,
  thanked: ReadonlySet<string>,
  known: { readonly profile?: Profile | undefined; readonly onFile?: boolean },
): Pick<StoredReceipt, 'coupon'> {
  const { coupon } = policy;
  if (coupon === undefined || known.onFile) return {};
  if (known.profile && [known.profile.id, ...known.profile.absorbed].some((id) => thanked.has(id))) return {};
  return { coupon: { code: coupon } };
}
