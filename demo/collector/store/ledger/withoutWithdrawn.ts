import { sql, type Transaction } from 'kysely';
import type { Consent, Submission } from '../../../../widget/index.ts';
import { clockDoubt, tickedAt } from '../../../../widget/relay/index.ts';
import type { Stopped } from '../../rules/actions.ts';
import type { Channel } from '../../rules/profile.ts';
import { ledgerKeysOf, type RecipientHash } from '../secrets.ts';
import type { Tables } from '../tables.ts';

type Consents = Submission['consents'];

/** What the ledger says of withdrawals, for a submission that is about to be taken. */
export interface Withdrawals {
  /** The submission's consents without those that were granted before a withdrawal. */
  readonly consents: Consents;
  readonly stopped: Stopped;
}

/**
 * Leaves out the granted consents that are older than a withdrawal of the same number or address, on whatever profile of the
 * store it was said, erased ones included, and says where such a withdrawal stands. A rule set sees the profiles of one action, and
 * cannot know of those.
 *
 * @param receivedAt when the submission came in, which may be long before it is taken
 * @param doubt milliseconds by which a consent has to be younger; 0 where a code has settled that it is
 */
export async function withoutWithdrawn(
  transaction: Transaction<Tables>,
  submission: Pick<Submission, 'store' | 'consents' | 'sentAt'>,
  recipientHash: RecipientHash,
  receivedAt: number,
  doubt = clockDoubt,
): Promise<Withdrawals> {
  const { store, consents } = submission;
  const granted = consents.filter((consent) => consent.granted);
  if (granted.length === 0) return { consents, stopped: {} };
  const keysOf = new Map(granted.map(({ to }) => [to, ledgerKeysOf(to, recipientHash)]));
  const entriesOf = (state: 'withdrawn' | 'granted') =>
    transaction
      .selectFrom('consents')
      .select(['channel', 'at', 'recipient_key', 'evidence'])
      .where('store', '=', store)
      .where('recipient_key', 'in', [...keysOf.values()].flat())
      .where('state', '=', sql.lit(state))
      .execute();
  // By an index that is nearly empty: most sign-ups meet no withdrawal, and so nobody else's sign-up either.
  const withdrawn = await entriesOf('withdrawn');
  if (withdrawn.length === 0) return { consents, stopped: {} };
  const regained = await entriesOf('granted');
  // Who was erased has not said stop: the next one with that address is a stranger, like anybody.
  const saidStop = withdrawn.filter(({ evidence }) => evidence?.method !== 'erasure');
  const lastOf = (entries: typeof withdrawn, { channel, to }: Consent) =>
    entries
      .filter((e) => e.channel === channel && keysOf.get(to)?.includes(e.recipient_key))
      .reduce((last, { at }) => Math.max(last, at.getTime()), Number.NEGATIVE_INFINITY);
  const stopped: { [C in Channel]?: number } = {};
  const kept = consents.filter((consent) => {
    if (!consent.granted) return true;
    const stoppedAt = lastOf(withdrawn, consent);
    if (stoppedAt === Number.NEGATIVE_INFINITY) return true;
    const saidAt = lastOf(saidStop, consent);
    // Of what was said at one time the stop counts.
    if (saidAt > Number.NEGATIVE_INFINITY && saidAt >= lastOf(regained, consent)) stopped[consent.channel] = saidAt;
    return tickedAt(consent, submission, receivedAt) > stoppedAt + doubt;
  });
  return { consents: kept, stopped };
}
