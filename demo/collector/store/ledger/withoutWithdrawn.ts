import { sql, type Transaction } from 'kysely';
import type { Consent, Submission } from '../../../../widget/index.ts';
import { clockDoubt, tickedAt } from '../../../../widget/relay/index.ts';
import type { Stopped } from '../../rules/actions.ts';
import type { Channel } from '../../rules/profile.ts';
import { ledgerKeysOf, type RecipientHash } from '../secrets.ts';
import type { Tables } from '../tables.ts';
import type { Evidence } from './evidence.ts';

type Consents = Submission['consents'];

/** What the ledger says of withdrawals, for a submission that is about to be taken. */
export interface Withdrawals {
  /** The submission's consents without those that were granted before a withdrawal. */
  readonly consents: Consents;
  readonly stopped: Stopped;
}

/** One entry of the ledger for one of the numbers and addresses, whoever's profile it stands on. */
export interface EntryFor {
  readonly channel: Channel;
  readonly recipient_key: string;
  readonly state: 'withdrawn' | 'granted';
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: Evidence['method'] | null;
}

type Granting = Pick<Submission, 'store' | 'consents' | 'sentAt'>;

/** All that the numbers and addresses of the granted consents may stand under in the ledger. */
export function grantedKeysOf({ consents }: Pick<Submission, 'consents'>, recipientHash: RecipientHash): string[] {
  const keys = consents.filter(({ granted }) => granted).flatMap(({ to }) => ledgerKeysOf(to, recipientHash));
  return [...new Set(keys)];
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
  submission: Granting,
  recipientHash: RecipientHash,
  receivedAt: number,
  doubt = clockDoubt,
): Promise<Withdrawals> {
  const entries = await entriesFor(transaction, submission, recipientHash);
  return leaveOutWithdrawn(submission, entries, recipientHash, receivedAt, doubt);
}

/** The withdrawals, and what was granted besides; nothing where nothing was withdrawn. */
export async function entriesFor(
  transaction: Transaction<Tables>,
  submission: Pick<Submission, 'store' | 'consents'>,
  recipientHash: RecipientHash,
): Promise<readonly EntryFor[]> {
  const { store } = submission;
  const keys = grantedKeysOf(submission, recipientHash);
  if (keys.length === 0) return [];
  const entriesOf = async (state: EntryFor['state']): Promise<EntryFor[]> => {
    const rows = await transaction
      .selectFrom('consents')
      .select(['channel', 'at', 'recipient_key', 'evidence'])
      .where('store', '=', store)
      .where('recipient_key', 'in', keys)
      .where('state', '=', sql.lit(state))
      .execute();
    return rows.map(({ at, evidence, ...row }) => ({
      ...row,
      state,
      at: at.getTime(),
      method: evidence?.method ?? null,
    }));
  };
  // By an index that is nearly empty.
  const withdrawn = await entriesOf('withdrawn');
  return withdrawn.length === 0 ? [] : [...withdrawn, ...(await entriesOf('granted'))];
}

/** The same, of what was read. */
export function leaveOutWithdrawn(
  submission: Granting,
  entries: readonly EntryFor[],
  recipientHash: RecipientHash,
  receivedAt: number,
  doubt = clockDoubt,
): Withdrawals {
  const { consents } = submission;
  const withdrawn = entries.filter(({ state }) => state === 'withdrawn');
  if (withdrawn.length === 0) return { consents, stopped: {} };
  const regained = entries.filter(({ state }) => state === 'granted');
  // Who was erased has not said stop: the next one with that address is a stranger, like anybody.
  const saidStop = withdrawn.filter(({ method }) => method !== 'erasure');
  const lastOf = (among: readonly EntryFor[], { channel, to }: Consent) => {
    const keys = ledgerKeysOf(to, recipientHash);
    return among
      .filter((e) => e.channel === channel && keys.includes(e.recipient_key))
      .reduce((last, { at }) => Math.max(last, at), Number.NEGATIVE_INFINITY);
  };
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
