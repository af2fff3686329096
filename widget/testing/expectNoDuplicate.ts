import { toldId } from '../core/submission/toldId.ts';
import type { CollectorDouble } from './collectorDouble.ts';
import type { SignedUpPerson, TakenSignUp } from './signUp.ts';

/**
 * Fails where what the double took would make more profiles than there were people, where something was posted twice under
 * two ids, and where nothing was taken at all. Its message names sign-ups by their ids, and nobody.
 *
 * @param options - `people`: how many people signed up in this test
 */
export function expectNoDuplicate(double: CollectorDouble, { people = 1 }: { readonly people?: number } = {}): void {
  const found = double.people();
  if (found.length !== people) {
    const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
    throw new Error(
      [
        `${plural(found.length, 'identity', 'identities')} for ${plural(people, 'person', 'people')}:`,
        ...found.map((person, n) => `  ${n + 1}. ${described(person)}`),
        ...(found.length > people
          ? ['Two are one where they share an identifier or an email; a number alone makes a profile of its own.']
          : []),
      ].join('\n'),
    );
  }
  const twice = double.signUps.filter((signUp, n) =>
    double.signUps.slice(0, n).some((former) => contentOf(former) === contentOf(signUp)),
  );
  if (twice.length > 0) {
    throw new Error(`Posted twice under two ids: ${twice.map(({ submission }) => toldId(submission.id)).join(', ')}`);
  }
}

function described({ signUps }: SignedUpPerson): string {
  return signUps
    .map(({ submission: { id, contact, identity } }) => {
      const given =
        [...(contact.email ? ['email'] : []), ...(contact.phone ? ['phone'] : [])].join(' and ') || 'consent';
      const by = [...new Set(identity.identifiers.map(({ issuer, source }) => `${issuer} by ${source}`))].join(', ');
      return `${toldId(id)} (${given}; ${by || 'no identifier'})`;
    })
    .join(', ');
}

/** What somebody said; a number that is said again for another consent is something else. */
function contentOf({ submission: { contact, consents, store } }: TakenSignUp): string {
  return JSON.stringify([
    store,
    contact.email?.toLowerCase(),
    contact.phone,
    contact.fields,
    consents.map(({ channel, to, granted, textHash }) => [channel, to.toLowerCase(), granted, textHash]),
  ]);
}
