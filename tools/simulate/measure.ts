import { currentPhone, type Profile, phoneConsent, textState } from '../../demo/collector/rules/profile.ts';
import { keywordConsent } from './platformRun.ts';
import type { Tally, World } from './world.ts';

/** Counts of one run. `report.ts` puts them per 1,000 sign-ups. */
export interface Figures extends Readonly<Tally> {
  readonly profiles: number;
  readonly peopleOnFile: number;
  /** Profiles beyond the first of each real person. */
  readonly duplicates: number;
  /** Consents to texts in the platform’s ledger that nobody gave for that number. */
  readonly claimed: number;
  /** Numbers on file that are not the person's. */
  readonly wrongNumbers: number;
  /** Those of them that are nobody's we know: slips of the pen. */
  readonly mistyped: number;
  /** Wrong numbers that texts are sent to. */
  readonly wrongTexted: number;
  /** Profiles that had consent to texts, and whose present number has none. */
  readonly consentsLost: number;
  /** Times that the platform dropped a consent by itself, regained or not. */
  readonly wiped: number;
}

/** Looks at the platform on the last evening. Here alone it is known who everybody is. */
export function measure(world: World): Figures {
  const { store } = world.platform;
  const perPerson = new Map<number, number>();
  const found = { claimed: 0, wrongNumbers: 0, mistyped: 0, wrongTexted: 0, consentsLost: 0, wiped: 0 };
  const profiles = store.all();
  for (const profile of profiles) {
    const person = personOf(world, profile);
    perPerson.set(person, (perPerson.get(person) ?? 0) + 1);
    const ledger = store.ledgerOf(profile);
    for (const { number } of profile.phones) {
      const owner = number === null ? person : world.population.ownerOfNumber.get(number);
      if (number === null || owner === person) continue;
      found.wrongNumbers += 1;
      if (owner === undefined) found.mistyped += 1;
      const isTexted = currentPhone(profile)?.number === number && phoneConsent(ledger, number).state === 'subscribed';
      if (isTexted) found.wrongTexted += 1;
    }
    for (const { channel, to, state, consentId } of ledger) {
      if (channel !== 'sms' || consentId === null || !(state === 'granted' || state === 'pending')) continue;
      if (world.agreed.get(consentId) !== to && !consentId.startsWith(keywordConsent)) found.claimed += 1;
    }
    if (textState(profile, ledger) === 'lost') found.consentsLost += 1;
    found.wiped += ledger.filter((entry) => entry.state === 'lost').length;
  }
  return {
    ...world.tally,
    ...found,
    profiles: profiles.length,
    peopleOnFile: perPerson.size,
    duplicates: profiles.length - perPerson.size,
  };
}

/** The real person of a profile: whose address it holds, else who caused it to be made. */
function personOf({ ownerOfEmail, platform }: World, profile: Profile): number {
  const byEmail = profile.email === null ? undefined : ownerOfEmail.get(profile.email);
  const person = byEmail ?? platform.madeBy.get(profile.id);
  if (person === undefined) throw new Error(`nobody made profile ${profile.id}`);
  return person;
}
