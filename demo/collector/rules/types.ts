/**
 * How the platform behind the store treats what reaches it.
 *
 * - `thread-2021`: the pitfalls that a forum thread of November 2021 describes
 * - `merging`: joins profiles when one action carries both identifiers
 * - `careful`: joins what belongs together, and takes nothing away on a mere claim
 */
export type RuleSetName = 'thread-2021' | 'merging' | 'careful';

export const ruleSetNames: readonly RuleSetName[] = ['thread-2021', 'merging', 'careful'];

export type EmailConsent = 'subscribed' | 'never' | 'unsubscribed';

/** `lost`: there was consent, and the platform no longer has it. */
export type PhoneConsent = 'subscribed' | 'lost' | 'never' | 'unsubscribed';

/** What really happened to a submission; the receipt may say less. */
export type Happened = 'created' | 'linked' | 'joined' | 'pending';

/** A number of a profile, as people see it. */
export interface PhoneView {
  /** E.164; null where what was written is no number. */
  readonly number: string | null;
  /** As it came in: an import keeps its own way of writing. */
  readonly asWritten: string;
  /** The number the platform takes for the person's; the others are former ones. */
  readonly isCurrent: boolean;
  /** Proven by a keyword text or a code; a number merely typed is not. */
  readonly isProven: boolean;
  /** Of this very number, never of another. */
  readonly consent: PhoneConsent;
  /** The consent record that `consent` rests on. */
  readonly consentId: string | null;
}

/** A profile of the platform, as people see it. */
export interface ProfileView {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly emailConsent: EmailConsent;
  readonly phones: readonly PhoneView[];
  /** The issuers whose identifiers named this profile; never the values. */
  readonly identifiers: readonly string[];
  /** How it came to be, in sentences, the oldest first. */
  readonly history: readonly string[];
}

/** A link of a mail. */
export interface MailLink {
  readonly label: string;
  /** From the root: `/product/house-blend?ha_id=…&utm_source=newsletter&utm_medium=email`. */
  readonly path: string;
}

/** A mail or text message that the store sent. */
export interface Mail {
  readonly id: string;
  /** The name to show. */
  readonly to: string;
  readonly kind: 'email' | 'text';
  readonly subject: string;
  readonly preview: string;
  readonly links: readonly MailLink[];
  /** What is special about it, for whoever tries the demo. */
  readonly note?: string;
}

/** An order as a checkout passes it on; the phone in whatever form it was typed. */
export interface Order {
  readonly email?: string;
  readonly phone?: string;
  readonly name?: string;
}
