import { createHmac, hash, randomInt } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Submission } from '../../../widget/index.ts';
import { isSameSecret } from '../store/secrets.ts';
import type { Tables } from '../store/tables.ts';
import type { OutgoingText } from './sendByWebhook.ts';

/** Milliseconds that a code is good for. */
export const goodFor = 10 * 60_000;
/** Wrong codes that are looked at, for each code sent. */
export const mostTries = 5;
/** Codes for one submission: the first, and as many again. */
export const mostSends = 1 + 5;
/** Milliseconds from one code to the next. */
export const betweenSends = 30_000;
/** Texts to one number within a day, whoever asks for them: nobody is to be flooded, and a guess stays one in thousands. */
export const mostADay = 10;
export const day = 24 * 60 * 60_000;

/** Six digits that nobody can foretell. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** What is kept of a code: keyed, for there are only a million of them, and of one submission alone. */
export function codeHash(
  secret: string,
  { store, id }: { readonly store: string; readonly id: string },
  code: string,
): string {
  return createHmac('sha256', secret).update(`${store}\n${id.toLowerCase()}\n${code}`).digest('base64url');
}

/** What is kept of a code step's key: too long to be guessed, so it need not be keyed. */
export function keyHash(key: string): string {
  return hash('sha256', key, 'base64url');
}

/** The text that brings a code. The code comes first, so that it stands in the notification of a locked phone. */
export function textFor(
  { store, id, consents }: Pick<Submission, 'store' | 'id' | 'consents'>,
  to: string,
  code: string,
  shop: string,
): OutgoingText {
  const text = `${code} is your code for ${shop}. It is good for ${goodFor / 60_000} minutes. If you did not ask for it, do nothing.`;
  return {
    store,
    shop,
    submission: id,
    to,
    code,
    text,
    locale: consents.find(({ channel }) => channel === 'sms')?.locale ?? 'en',
  };
}

/** Whose code is asked for. */
export interface CodeOf {
  /** Of the submission. */
  readonly id: string;
  /** Where the sender named none, the id has to be of one store alone. */
  readonly store: string | undefined;
  /** The `identity` of the receipt that asked for the code. Listeners and tags are told of a submission, and not of that. */
  readonly key: unknown;
}

/**
 * The code of a submission and the submission itself; undefined where nothing waits, whoever asks has not its receipt, or the
 * person was erased since.
 */
export async function waitingFor(transaction: Transaction<Tables>, { id, store, key }: CodeOf) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return undefined;
  let query = transaction
    .selectFrom('codes')
    .innerJoin('submissions', (join) =>
      join.onRef('submissions.id', '=', 'codes.id').onRef('submissions.store', '=', 'codes.store'),
    )
    .selectAll('codes')
    .select(['submissions.body', 'submissions.profile_id', 'submissions.receipt', 'submissions.received_at'])
    .select('submissions.happened')
    .where('codes.id', '=', id);
  if (store !== undefined) query = query.where('codes.store', '=', store);
  const [row, another] = await query.limit(2).execute();
  const phone = row?.body.contact.phone;
  const isHeld = row?.happened === 'held';
  if (!row || another || phone === undefined || (row.profile_id === null && !isHeld)) return undefined;
  // An earlier version, which may still run beside this one, kept none; its codes are good for ten minutes.
  if (row.key_hash !== null && !(typeof key === 'string' && isSameSecret(row.key_hash, keyHash(key)))) return undefined;
  return { ...row, phone, isHeld };
}

/** Deletes what is neither good any more nor counted. */
export async function forgetCodes(database: Kysely<Tables>, now: number): Promise<void> {
  for (const table of ['codes', 'texts_sent'] as const) {
    await database
      .deleteFrom(table)
      .where('sent_at', '<', new Date(now - day))
      .execute();
  }
}
