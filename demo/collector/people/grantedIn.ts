import type { Channel } from '../rules/profile.ts';
import { tickedAt } from '../store/ledger/tickedAt.ts';
import type { SubmissionRow } from './submissionsOf.ts';

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
        return { channel, to, at: tickedAt(consent, received_at.getTime()) };
      }),
  );
}
