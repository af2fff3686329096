import { sql, type Transaction } from 'kysely';
import type { Consent, Submission } from '../../../../widget/index.ts';
import { emailKey } from '../../rules/profile.ts';
import type { RecipientHash } from '../secrets.ts';
import type { Tables } from '../tables.ts';

type Consents = Submission['consents'];

/**
 * Leaves out the granted consents that are older than a withdrawal of the same number or address, on whatever profile of the
 * store it was said, erased ones included. A rule set sees the profiles of one action, and cannot know of those.
 *
 * @param receivedAt when the submission came in, which may be long before it is taken
 */
export async function withoutWithdrawn(
  transaction: Transaction<Tables>,
  { store, consents }: Pick<Submission, 'store' | 'consents'>,
  recipientHash: RecipientHash,
  receivedAt: number,
): Promise<Consents> {
  const recipients = consents.filter(({ granted }) => granted).map(({ to }) => to);
  if (recipients.length === 0) return consents;
  const keys = recipients.flatMap((to) => [emailKey(to), recipientHash(to)]);
  const withdrawals = await transaction
    .selectFrom('consents')
    .select(['channel', 'at', sql<string>`lower(recipient)`.as('key')])
    .where('store', '=', store)
    .where(sql`lower(recipient)`, 'in', keys)
    .where('state', '=', sql.lit('withdrawn'))
    .execute();
  if (withdrawals.length === 0) return consents;
  return consents.filter((consent) => {
    const { granted, channel, to } = consent;
    const own = [emailKey(to), recipientHash(to)];
    const checked = tickedAt(consent, receivedAt);
    return (
      !granted || !withdrawals.some((w) => w.channel === channel && own.includes(w.key) && w.at.getTime() > checked)
    );
  });
}

/**
 * When a box was ticked, in milliseconds since 1970: by the browser's clock, and not after it came in. By a clock that is fast, an
 * old consent would outlive a later withdrawal.
 */
export function tickedAt({ checkedAt }: Pick<Consent, 'checkedAt'>, receivedAt: number): number {
  return Math.min(Date.parse(checkedAt), receivedAt);
}
