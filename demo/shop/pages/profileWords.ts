import type { EmailConsent, Happened, PhoneConsent, RuleSetName } from '../../collector/rules/types.ts';
import type { PhoneView, ProfileView } from '../server/services.ts';

/** A small label: its text, and a tone with the same meaning. */
export interface Chip {
  readonly words: string;
  readonly tone: 'good' | 'bad' | 'quiet';
}

export const emailChips: Readonly<Record<EmailConsent, Chip>> = {
  subscribed: { words: 'gets our mails', tone: 'good' },
  never: { words: 'no consent for mails', tone: 'quiet' },
  unsubscribed: { words: 'unsubscribed', tone: 'bad' },
};

export const phoneChips: Readonly<Record<PhoneConsent, Chip>> = {
  subscribed: { words: 'may be texted', tone: 'good' },
  lost: { words: 'consent lost', tone: 'bad' },
  never: { words: 'no consent for texts', tone: 'quiet' },
  unsubscribed: { words: 'replied STOP', tone: 'bad' },
};

export const happenedChips: Readonly<Record<Happened, Chip>> = {
  created: { words: 'created a profile', tone: 'quiet' },
  linked: { words: 'linked to a profile', tone: 'good' },
  joined: { words: 'joined two profiles', tone: 'good' },
  pending: { words: 'waits for a code', tone: 'quiet' },
};

export const ruleWords: Readonly<Record<RuleSetName, { readonly name: string; readonly what: string }>> = {
  'thread-2021': {
    name: 'As in 2021',
    what: 'The pitfalls that a forum thread of November 2021 describes: two profiles of one person stay separate, and a new number loses the consent.',
  },
  merging: {
    name: 'Merging',
    what: 'Joins profiles when one action carries both identifiers, as several platforms do today.',
  },
  careful: {
    name: 'Careful',
    what: 'Ours: believes nobody who merely types. Nothing is joined, moved or taken away without a code.',
  },
};

/** The name of a profile in a sentence. */
export function nameOf({ name, email, phones }: ProfileView): string {
  return name ?? email ?? phones[0]?.asWritten ?? 'A profile without a name';
}

/** The issuers whose identifiers have identified a profile. */
export function issuersInWords(issuers: readonly string[]): string {
  if (issuers.length === 0) return 'no links yet';
  return issuers.map((issuer) => (issuer === 'own' ? 'the shop’s own links' : `links of ${issuer}`)).join(', ');
}

/** Remarks about a number. */
export function phoneRemarks({ number, asWritten, isCurrent, isProven }: PhoneView): readonly string[] {
  const remarks: string[] = [];
  if (number === null) remarks.push('not in the accepted format');
  else if (number !== asWritten) remarks.push(`arrived as ${asWritten}`);
  if (!isCurrent) remarks.push('former number');
  remarks.push(isProven ? 'proven' : 'not proven');
  return remarks;
}

/** The heading of the list. */
export function countOf(count: number): string {
  return count === 1 ? '1 profile' : `${count} profiles`;
}
