import type { Submission } from '../../core/submission/submission.gen.ts';

/**
 * Milliseconds by which two clocks may differ, the browser's and those of several processes. A consent that is younger than a
 * withdrawal by less may as well be older.
 */
export const clockDoubt = 30_000;

/**
 * When a box was ticked, in milliseconds since 1970: by the browser's clock, set right by when the browser says that it sent the
 * submission and when it came in, and not after that. By a clock that is fast, an old consent would outlive a later withdrawal.
 */
export function tickedAt(
  { checkedAt }: Pick<Submission['consents'][number], 'checkedAt'>,
  { sentAt }: { readonly sentAt?: string | undefined },
  receivedAt: number,
): number {
  const checked = Date.parse(checkedAt);
  const ahead = sentAt === undefined ? 0 : Date.parse(sentAt) - receivedAt;
  // A clock that is a little behind cannot be told from a slow network.
  const isOff = ahead > 0 || ahead < -clockDoubt;
  return Math.min(isOff ? checked - ahead : checked, receivedAt);
}
