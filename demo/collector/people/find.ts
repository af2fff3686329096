import { type Selectable, type SqlBool, sql, type Transaction } from 'kysely';
import { contactKey, tickedAt } from '../../../widget/relay/index.ts';
import type { Dependencies } from '../dependencies.ts';
import { Problem } from '../http/problem.ts';
import type { Channel } from '../rules/profile.ts';
import { erasedKeysOf } from '../store/secrets.ts';
import type { Tables } from '../store/tables.ts';
import type { ExportedProfile } from './record.ts';

/** Whom a store owner names. */
export interface Who {
  readonly store: string;
  /** The email or the number in E.164; one of them. */
  readonly channel: 'email' | 'sms';
  readonly recipient: string;
}

/** Nobody in this store, and nobody who was. The same answer where the store itself is not there. */
export function unknownPerson(): Problem {
  return new Problem(404, 'Nobody is known by that here');
}

/**
 * The profiles of one person, the one with the email first: that one, and those without an email that hold its current number
 * (a platform may have made several). Nobody else's, so a number that two emails share names nobody.
 *
 * @throws {Problem} 409 where a number is two people's
 */
export async function findPerson(transaction: Transaction<Tables>, who: Who): Promise<readonly string[]> {
  const found = await holdersOf(transaction, who);
  const named = found.filter(({ email_key }) => email_key !== null);
  if (named.length > 1) throw new Problem(409, 'This number is on several people’s records: name the email');
  const ids = new Set([...named, ...found].map(({ id }) => id));
  const [main] = named;
  const current = main && (await currentNumber(transaction, main.id));
  if (current) {
    for (const { id, email_key } of await holdersOf(transaction, { ...who, channel: 'sms', recipient: current })) {
      if (email_key === null) ids.add(id);
    }
  }
  return [...ids];
}

async function currentNumber(transaction: Transaction<Tables>, id: string): Promise<string | null | undefined> {
  const row = await transaction
    .selectFrom('phones')
    .select('number')
    .where('profile_id', '=', id)
    .where('is_current', '=', true)
    .executeTakeFirst();
  return row?.number;
}

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
    ? profiles.where('email_key', '=', contactKey(recipient)).execute()
    : profiles
        .innerJoin('phones', 'phones.profile_id', 'profiles.id')
        .where('number', '=', recipient)
        .where('phones.store', '=', store)
        .execute();
}

/** The ids that the ledger and the submissions of these profiles stand under: theirs, and those of what was folded in. */
export async function ownersOf(transaction: Transaction<Tables>, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const folded = await transaction.selectFrom('profiles').select('id').where('folded_into', 'in', ids).execute();
  return [...ids, ...folded.map(({ id }) => id)];
}

/** The former ids of those who were erased and had this number or address: their ledger still stands under them. */
export async function erasedOwners(
  { recipientHash }: Pick<Dependencies, 'recipientHash'>,
  transaction: Transaction<Tables>,
  { store, channel, recipient }: Who,
): Promise<string[]> {
  const rows = await transaction
    .selectFrom('consents')
    .select('profile_id')
    .distinct()
    .where('recipient_key', 'in', erasedKeysOf(recipient, recipientHash))
    .where('store', '=', store)
    .where('channel', '=', channel)
    .execute();
  return rows.map((row) => row.profile_id);
}

export type SubmissionRow = Omit<Selectable<Tables['submissions']>, 'store' | 'row_id' | 'body_hash' | 'contact_keys'>;

/** The submissions of some owners, in the order they came, without what is held. */
export async function submissionsOf(
  transaction: Transaction<Tables>,
  store: string,
  owners: readonly string[],
): Promise<readonly SubmissionRow[]> {
  if (owners.length === 0) return [];
  return transaction
    .selectFrom('submissions')
    .select(['id', 'received_at', 'happened', 'profile_id', 'body', 'receipt'])
    .where('store', '=', store)
    .where('profile_id', 'in', owners)
    .where('happened', '!=', 'held')
    .orderBy('row_id')
    .execute();
}

/**
 * What is held and names one of these emails or numbers, typed or carried by a link, or one of these profiles by a link
 * alone: it has changed nothing, and is yet about that person.
 */
export async function heldFor(
  transaction: Transaction<Tables>,
  store: string,
  recipients: readonly string[],
  owners: readonly string[] = [],
): Promise<readonly SubmissionRow[]> {
  if (recipients.length === 0) return [];
  const keys = sql.join(recipients.map(contactKey));
  // What a process of an earlier version held beside this one has no keys.
  const named = sql<SqlBool>`case when contact_keys is null
    then lower(body #>> '{contact,email}') in (${keys}) or body #>> '{contact,phone}' in (${keys})
      or exists (select from jsonb_array_elements(body #> '{identity,identifiers}') as identifier
        where lower(identifier ->> 'value') in (${keys}))
    else exists (select from jsonb_array_elements_text(contact_keys) as one(key) where key in (${keys})) end`;
  return transaction
    .selectFrom('submissions')
    .select(['id', 'received_at', 'happened', 'profile_id', 'body', 'receipt'])
    .where('store', '=', store)
    .where('happened', '=', sql.lit('held'))
    .where((where) => where.or([named, ...(owners.length > 0 ? [where('profile_id', 'in', owners)] : [])]))
    .orderBy('row_id')
    .execute();
}

/** A box that was ticked in a submission that is held. */
export interface HeldConsent {
  readonly channel: Channel;
  readonly to: string;
  /** When it was, by the browser's clock and not after it came in. Milliseconds since 1970. */
  readonly at: number;
}

/** What would be granted if these submissions were released. */
export function grantedIn(held: readonly Pick<SubmissionRow, 'body' | 'received_at'>[]): readonly HeldConsent[] {
  return held.flatMap(({ body, received_at }) =>
    body.consents
      .filter(({ granted }) => granted)
      .map((consent) => {
        const { channel, to } = consent;
        return { channel, to, at: tickedAt(consent, body, received_at.getTime()) };
      }),
  );
}

/** The emails and numbers of a person: those on their profiles, and the one they were named by. */
export function recipientsOf(who: Who, profiles: readonly ExportedProfile[]): string[] {
  const emails = profiles.flatMap(({ email, former }) => [email, ...former.map((part) => part.email)]);
  const numbers = profiles.flatMap((profile) => profile.numbers.map(({ number }) => number));
  return [...new Set([who.recipient, ...[...emails, ...numbers].flatMap((one) => one ?? [])])];
}
