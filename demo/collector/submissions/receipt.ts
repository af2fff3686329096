import { sql, type Transaction } from 'kysely';
import type { Submission } from '../../../widget/index.ts';
import { contactKey } from '../../../widget/relay/index.ts';
import type { Dependencies } from '../dependencies.ts';
import type { SubmissionAction } from '../rules/actions.ts';
import { currentPhone, emailConsent, type Profile, phoneConsent, textState } from '../rules/profile.ts';
import type { ProfileStore } from '../rules/store.ts';
import type { StoredReceipt, Tables } from '../store/tables.ts';

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
 */
export async function couponFor(
  { policy }: Dependencies,
  transaction: Transaction<Tables>,
  store: string,
  known: { readonly profile?: Profile | undefined; readonly onFile?: boolean },
): Promise<Pick<StoredReceipt, 'coupon'>> {
  const { coupon } = policy;
  if (coupon === undefined || known.onFile) return {};
  if (known.profile && (await hadCoupon(transaction, store, known.profile))) return {};
  return { coupon: { code: coupon } };
}

/** Whether an earlier sign-up of this profile was thanked with a coupon. */
async function hadCoupon(
  transaction: Transaction<Tables>,
  store: string,
  { id, absorbed }: Pick<Profile, 'id' | 'absorbed'>,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('submissions')
    .select('id')
    .where('profile_id', 'in', [id, ...absorbed])
    .where('store', '=', store)
    .where(sql<boolean>`receipt -> 'coupon' is not null`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
