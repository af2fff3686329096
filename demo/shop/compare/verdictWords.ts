import type { Finding, Verdict } from './verdict.ts';

/** A finding in few words, and whether it is one to be content with. */
export interface FindingWords {
  readonly title: string;
  /** Where there is little room. */
  readonly short: string;
  readonly tone: 'good' | 'fair' | 'bad';
}

export const findingWords: Readonly<Record<Finding, FindingWords>> = {
  none: { title: 'No profile yet', short: 'No profile', tone: 'fair' },
  strayed: { title: 'Number on the wrong person', short: 'Wrong person', tone: 'bad' },
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
      return `${name}’s number stands on the profile of ${strayedTo.join(' and ')}.`;
    case 'two':
      return `${name}’s email is on one, the consent for texts on the other.`;
    case 'lost':
      return `${name} agreed to texts once. The platform has dropped that.`;
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
