import { keyOf } from '../core/identity/issuer.ts';
import { signedLink } from '../providers/signedLink.ts';
import type { KnownPerson, SignedUpPerson, TakenSignUp } from './signUp.ts';

/**
 * The profiles that a careful collector would make of these sign-ups: two are one person's where they share an identifier, an
 * email, or the identity of a receipt, or where one follows the other. A number joins nobody, for whoever types it proves
 * nothing by it.
 */
export function peopleOf(signUps: readonly TakenSignUp[], known: readonly KnownPerson[] = []): SignedUpPerson[] {
  const groups: { keys: Set<string>; signUps: TakenSignUp[] }[] = [];
  const join = (keys: readonly string[], more: readonly TakenSignUp[]) => {
    const same = groups.filter((group) => keys.some((key) => group.keys.has(key)));
    const joined = {
      keys: new Set([...keys, ...same.flatMap((group) => [...group.keys])]),
      signUps: [...same.flatMap((group) => group.signUps), ...more],
    };
    for (const group of same) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  };
  for (const { subject, email } of known) {
    join([...(subject ? [`own ${keyOf(signedLink, subject)}`] : []), ...(email ? [emailKey(email)] : [])], []);
  }
  for (const signUp of signUps) join(keysOf(signUp), [signUp]);
  return groups.filter(({ signUps: theirs }) => theirs.length > 0).map(({ signUps: theirs }) => personOf(theirs));
}

function keysOf({ submission, receipt }: TakenSignUp): string[] {
  const { id, follows, identity, contact } = submission;
  return [
    `submission ${id}`,
    ...(follows ? [`submission ${follows}`] : []),
    ...(receipt.identity ? [`own ${receipt.identity}`] : []),
    ...(contact.email ? [emailKey(contact.email)] : []),
    ...identity.identifiers
      .filter(({ field }) => field !== 'phone')
      .map(({ field, issuer, value }) =>
        field === 'email' ? emailKey(value) : `${issuer} ${issuer === 'own' ? keyOf(signedLink, value) : value}`,
      ),
  ];
}

/** Capitals do not make two people. */
function emailKey(email: string): string {
  return `email ${email.trim().toLowerCase()}`;
}

function personOf(signUps: readonly TakenSignUp[]): SignedUpPerson {
  const all = (name: 'email' | 'phone') => [
    ...new Set(signUps.flatMap(({ submission }) => submission.contact[name]?.toLowerCase() ?? [])),
  ];
  return { emails: all('email'), phones: all('phone'), signUps };
}
