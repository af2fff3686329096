import type { ProfileView } from '../server/services.ts';
import type { Person } from './scenarios.ts';

/** What a platform's profiles say about one person. */
export interface Verdict {
  readonly finding: Finding;
  /** How many profiles are this person's: the one with the email, and those that hold the number and no email. */
  readonly profiles: number;
  /** The names of profiles that hold the number although they have another email. */
  readonly strayedTo: readonly string[];
}

/**
 * The worst finding that applies, in this order:
 *
 * - `none`: nothing of this person is on file
 * - `strayed`: the number is on somebody else's profile
 * - `two`: more than one profile
 * - `lost`: one profile, and the platform has dropped its consent for texts
 * - `missing`: one profile, and the number in use may not be texted
 * - `joined`: all is well, but there were two until something had both email and number
 * - `nameless`: one profile, of the number alone; the email is on none
 * - `one`: one profile; email, number and consent together
 */
export type Finding = 'none' | 'strayed' | 'two' | 'lost' | 'missing' | 'joined' | 'nameless' | 'one';

/**
 * Judges the profiles of a store by what is true about a person who agreed to texts.
 *
 * @param most how many profiles the person had at most until now
 */
export function judge(profiles: readonly ProfileView[], who: Person, most = 0): Verdict {
  const own = profiles.find(({ email }) => email?.toLowerCase() === who.email.toLowerCase());
  const holders = profiles.filter(({ phones }) => phones.some(({ number }) => number === who.number));
  const nameless = holders.filter(({ email }) => email === null);
  const strayedTo = holders.filter((p) => p.email !== null && p !== own).map(({ name, email }) => name ?? email ?? '');
  const count = nameless.length + (own ? 1 : 0);
  return { finding: find(own ?? nameless[0], who, count, strayedTo.length > 0, most), profiles: count, strayedTo };
}

function find(
  profile: ProfileView | undefined,
  who: Person,
  count: number,
  hasStrayed: boolean,
  most: number,
): Finding {
  if (hasStrayed) return 'strayed';
  if (!profile) return 'none';
  if (count > 1) return 'two';
  const isTextable = profile.phones.some((p) => p.number === who.number && p.consent === 'subscribed');
  if (isTextable && profile.email === null) return 'nameless';
  if (isTextable) return most > 1 ? 'joined' : 'one';
  return profile.phones.some(({ consent }) => consent === 'lost') ? 'lost' : 'missing';
}

/** A finding in a few words, and whether it is good. */
interface FindingWords {
  readonly title: string;
  /** For a narrow column. */
  readonly short: string;
  readonly tone: 'good' | 'fair' | 'bad';
}

export const findingWords: Readonly<Record<Finding, FindingWords>> = {
  none: { title: 'No profile yet', short: 'No profile', tone: 'fair' },
  strayed: { title: 'Number on the wrong profile', short: 'Wrong profile', tone: 'bad' },
  two: { title: 'Two profiles of one person', short: 'Two profiles', tone: 'bad' },
  lost: { title: 'Consent lost', short: 'Consent lost', tone: 'bad' },
  missing: { title: 'Number without consent', short: 'No consent', tone: 'bad' },
  joined: { title: 'One profile, two until the order', short: 'Two until the order', tone: 'fair' },
  nameless: { title: 'A number without an email', short: 'No email', tone: 'fair' },
  one: { title: 'One profile, with consent', short: 'One profile', tone: 'good' },
};

/** What the finding means for that person, in a sentence. */
export function meaningOf({ finding, strayedTo }: Verdict, name: string): string {
  switch (finding) {
    case 'none':
      return `The platform knows nothing of ${name}.`;
    case 'strayed':
      return `${name}’s number is on the profile of ${strayedTo.join(' and ')}.`;
    case 'two':
      return `${name}’s email is on one, the consent for texts on the other.`;
    case 'lost':
      return `${name} agreed to texts once. The platform has lost that consent.`;
    case 'missing':
      return `The number that ${name} uses now may not be texted.`;
    case 'joined':
      return `Without the order, ${name} would still be two people.`;
    case 'nameless':
      return `Nothing says that it is ${name}’s.`;
    case 'one':
      return `${name}’s email, number and consent for texts, together.`;
  }
}
