import type { Profile } from '../support/api.ts';
import type { Rules, SideName } from './comparePage.ts';

interface Visitor {
  readonly email: string;
  readonly number: string;
}

/** The profiles that hold the email or the number, the oldest first. */
export function onFile(profiles: readonly Profile[], { email, number }: Visitor): readonly string[] {
  return profiles
    .filter((profile) => profile.email === email || profile.phones.some((phone) => phone.number === number))
    .map((profile) => {
      const phone = profile.phones.find((one) => one.number === number);
      return `${profile.email ?? '-'} ${phone ? phone.consent : '-'}`;
    });
}

interface Outcome {
  /** What the page says of it. */
  readonly finding: string;
  readonly onFile: readonly string[];
}

interface Expected extends Visitor {
  readonly outcomes: Readonly<Record<Rules, Readonly<Record<SideName, Outcome>>>>;
}

const one = (email: string): Outcome => ({ finding: 'one', onFile: [`${email} subscribed`] });
const joined = (email: string): Outcome => ({ ...one(email), finding: 'joined' });
/** The number alone came first, or the email did. */
const twoNumberFirst = (email: string): Outcome => ({ finding: 'two', onFile: ['- subscribed', `${email} never`] });
const twoEmailFirst = (email: string): Outcome => ({ finding: 'two', onFile: [`${email} never`, '- subscribed'] });

const penny = 'penny@example.com';
const tom = 'tom@example.com';
const kim = 'kim@example.com';
const ade = 'ade@example.com';
const rosa = 'rosa@example.com';

/** Whoever was not on file before: the number comes alone, then the order with both. */
function newcomer(email: string, number: string): Expected {
  return {
    email,
    number,
    outcomes: {
      'thread-2021': { plain: twoNumberFirst(email), hello: one(email) },
      merging: { plain: one(email), hello: one(email) },
      careful: { plain: twoNumberFirst(email), hello: one(email) },
    },
  };
}

/** Whoever was on file by email: as above. */
function customer(email: string, number: string): Expected {
  return {
    email,
    number,
    outcomes: {
      'thread-2021': { plain: twoEmailFirst(email), hello: one(email) },
      merging: { plain: joined(email), hello: one(email) },
      careful: { plain: twoEmailFirst(email), hello: one(email) },
    },
  };
}

/** Every journey under all rules, written independently of the page: what has to be on file in the end. */
export const expected: Readonly<Record<string, Expected>> = {
  newsletter: customer(penny, '+447700900982'),
  forwarded: newcomer(tom, '+447700900461'),
  'public-link': newcomer(kim, '+447700900382'),
  'new-number': {
    email: ade,
    number: '+447700900517',
    outcomes: {
      'thread-2021': { plain: { finding: 'lost', onFile: [`${ade} never`] }, hello: one(ade) },
      merging: { plain: { finding: 'lost', onFile: [`${ade} never`] }, hello: one(ade) },
      careful: { plain: { finding: 'missing', onFile: [`${ade} never`] }, hello: one(ade) },
    },
  },
  'shared-device': customer(rosa, '+447700900264'),
  'badly-formatted': {
    email: rosa,
    number: '+442079460018',
    outcomes: {
      'thread-2021': { plain: twoEmailFirst(rosa), hello: one(rosa) },
      merging: { plain: twoEmailFirst(rosa), hello: one(rosa) },
      careful: { plain: twoEmailFirst(rosa), hello: one(rosa) },
    },
  },
  overlooked: {
    email: tom,
    number: '+447700900461',
    outcomes: {
      'thread-2021': {
        plain: twoNumberFirst(tom),
        hello: { finding: 'strayed', onFile: [`${penny} subscribed`, `${tom} never`] },
      },
      merging: { plain: one(tom), hello: { finding: 'missing', onFile: [`${tom} never`] } },
      careful: {
        plain: twoNumberFirst(tom),
        hello: { finding: 'strayed', onFile: [`${penny} subscribed`, `${tom} never`] },
      },
    },
  },
};
