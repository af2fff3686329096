import type { Channel } from '../ask/reasons.ts';
import type { Consent } from '../submission/submission.gen.ts';

/** A box as the visitor saw it. */
export interface ShownConsent {
  readonly channel: Channel;
  /** The text as displayed, read from the page, white space folded. */
  readonly text: string;
  readonly textVersion: string;
  /** The addresses that the text links to, absolute. */
  readonly links: readonly string[];
  readonly locale: string;
  readonly region: string;
  readonly method: 'checkbox' | 'submit';
  /** ISO 8601; absent while the box is not ticked. */
  readonly checkedAt?: string | undefined;
}

/** What a consent is bound to and when. */
export interface ConsentBinding {
  readonly id: string;
  /** The exact E.164 number or email address. */
  readonly to: string;
  /** Hex SHA-256 of the folded text. */
  readonly hash: string;
  /** ISO 8601; used where nothing was ticked. */
  readonly now: string;
  /** Page address, its query already cut. */
  readonly page: string;
}

/** The record of one box: what is stored is what was shown. */
export function consentRecord(shown: ShownConsent, { hash, now, ...bound }: ConsentBinding): Consent {
  const { checkedAt = now } = shown;
  const granted = shown.checkedAt !== undefined;
  return { ...shown, ...bound, granted, textHash: `sha256-${hash}`, links: [...shown.links], checkedAt };
}
