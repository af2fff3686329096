import { sql, type Transaction } from 'kysely';
import type { Dependencies } from '../dependencies.ts';
import type { SubmissionAction } from '../rules/actions.ts';
import { currentPhone, emailConsent, emailKey, type Profile, phoneConsent, textState } from '../rules/profile.ts';
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
        emailKey(profile.email) === emailKey(to) &&
        emailConsent(ledger, profile.email) === 'subscribed',
  );
}

/** What this submission granted; the holder of a mail's link is told what is on file as well. */
export function subscribedOf(
  profiles: ProfileStore,
  action: SubmissionAction,
  result: { readonly happened: string; readonly profileId: string },
  mayRead: boolean,
): StoredReceipt['subscribed'] {
  const profile = profiles.byId(result.profileId);
  if (!profile) return { email: false, sms: false };
  const ledger = profiles.ledgerOf(profile);
  const granted = (channel: 'email' | 'sms') => action.consents.some((c) => c.channel === channel && c.granted);
  const isTexted =
    action.phone !== undefined && granted('sms') && phoneConsent(ledger, action.phone).state === 'subscribed';
  const email = granted('email') || (mayRead && emailConsent(ledger, profile.email) === 'subscribed');
  const sms = result.happened !== 'pending' && (isTexted || (mayRead && textState(profile, ledger) === 'subscribed'));
  return { email, sms };
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
