import type { Consent } from '../../../../widget/index.ts';

/**
 * When a box was ticked, in milliseconds since 1970: by the browser's clock, and not after it came in. By a clock that is fast, an
 * old consent would outlive a later withdrawal.
 */
export function tickedAt({ checkedAt }: Pick<Consent, 'checkedAt'>, receivedAt: number): number {
  return Math.min(Date.parse(checkedAt), receivedAt);
}
