/**
 * How the platform behind the store treats what reaches it.
 *
 * - `thread-2021`: the pitfalls that a forum thread of November 2021 describes
 * - `merging`: joins profiles when one action carries both identifiers
 * - `careful`: joins, moves and takes away nothing without a code
 */
export type RuleSetName = 'thread-2021' | 'merging' | 'careful';

export const ruleSetNames: readonly RuleSetName[] = ['thread-2021', 'merging', 'careful'];

export type EmailConsent = 'subscribed' | 'never' | 'unsubscribed';

/** `lost`: there was consent, and the platform no longer has it. */
export type PhoneConsent = 'subscribed' | 'lost' | 'never' | 'unsubscribed';

/** What really happened to a submission; the receipt may say less. */
export type Happened = 'created' | 'linked' | 'joined' | 'pending';
