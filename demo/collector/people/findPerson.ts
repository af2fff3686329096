import type { Transaction } from 'kysely';
import { Problem } from '../http/problem.ts';
import type { Tables } from '../store/tables.ts';
import { holdersOf } from './holdersOf.ts';
import type { Who } from './who.ts';

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
