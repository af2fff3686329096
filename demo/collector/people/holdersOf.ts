import type { Transaction } from 'kysely';
import { emailKey } from '../rules/profile.ts';
import type { Tables } from '../store/tables.ts';
import type { Who } from './who.ts';

/** The profiles that an email or a number stands on now, the oldest first. */
export async function holdersOf(transaction: Transaction<Tables>, { store, channel, recipient }: Who) {
  const profiles = transaction
    .selectFrom('profiles')
    .select(['profiles.id', 'email_key'])
    .distinct()
    .where('profiles.store', '=', store)
    .where('folded_into', 'is', null)
    .orderBy('profiles.id');
  return channel === 'email'
    ? profiles.where('email_key', '=', emailKey(recipient)).execute()
    : profiles
        .innerJoin('phones', 'phones.profile_id', 'profiles.id')
        .where('number', '=', recipient)
        .where('phones.store', '=', store)
        .execute();
}
