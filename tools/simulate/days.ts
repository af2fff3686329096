import type { Rates } from './assumptions.ts';
import { day, days, type Person, type Population, start } from './population.ts';
import { mulberry32, type Random, seedFrom, timesOf } from './random.ts';

interface Moment {
  /** Seconds since 1970. */
  readonly at: number;
  readonly person: Person;
  /** What every chance of this moment is drawn from. */
  readonly seed: number;
}

export interface Visit extends Moment {
  readonly kind: 'visit';
  readonly device: number;
  /** What brought the visitor: nothing, or a link that was sent to `sentTo`. */
  readonly via: 'own' | 'mail' | 'text' | 'forwarded' | 'public';
  readonly sentTo: Person;
  /** Names the one mail, message or forum post; every reader of a post has the same. */
  readonly link: number;
  readonly keepsParameters: boolean;
  readonly referrer: string;
}

export interface Order extends Moment {
  readonly kind: 'order';
  readonly device: number;
  readonly isHosted: boolean;
}

/** A keyword sent from the person’s own phone. */
export interface Keyword extends Moment {
  readonly kind: 'keyword';
}

export type Event = Visit | Order | Keyword;

/** How many readers follow one link that was pasted in public. */
const readersOfPost = 12;

/** Everything that happens, in order of time. No strategy and no rule set changes it. */
export function makeDays({ people }: Population, seed: number, rates: Rates): Event[] {
  const events: Event[] = [];
  for (const person of people) {
    // Each person has a stream of their own, so that more visits of one do not change the others.
    const random = mulberry32(seed ^ Math.imul(person.index + 1, 0x9e3779b1));
    const own = (): Visit => ({ ...visitOf(person, random), via: 'own', sentTo: person, link: 0 });
    for (let n = timesOf(rates.visits, random); n > 0; n -= 1) events.push(own());
    for (let n = timesOf(rates.clicks, random); n > 0; n -= 1) events.push(clickOf(own(), people, random, rates));
    for (let n = timesOf(rates.textClicks, random); n > 0; n -= 1) {
      const keepsParameters = random() >= rates.parametersLost;
      events.push({ ...own(), via: 'text', link: seedFrom(random), keepsParameters });
    }
    for (let n = timesOf(rates.publicVisits, random); n > 0; n -= 1) {
      events.push(publicOf(own(), people, random, rates));
    }
    for (let n = timesOf(rates.orders, random); n > 0; n -= 1) {
      const { at, device, seed: chance } = own();
      events.push({ kind: 'order', at, person, seed: chance, device, isHosted: random() < rates.hosted });
    }
    if (random() < rates.keywordDuring) events.push({ kind: 'keyword', at: own().at, person, seed: seedFrom(random) });
  }
  return events.sort((a, b) => a.at - b.at);
}

function visitOf(person: Person, random: Random) {
  return {
    kind: 'visit' as const,
    person,
    at: start + Math.floor(random() * days * day),
    seed: seedFrom(random),
    device: person.devices[Math.floor(random() * person.devices.length)] ?? 0,
    keepsParameters: false,
    referrer: '',
  };
}

/** A click on a mail of one’s own, or on one that somebody passed on. */
function clickOf(visit: Visit, people: readonly Person[], random: Random, rates: Rates): Visit {
  const link = seedFrom(random);
  const isForwarded = random() < rates.forwards;
  const sender = people[Math.floor(random() * people.length)] ?? visit.person;
  const keepsParameters = random() >= rates.parametersLost;
  const click = { ...visit, link, keepsParameters };
  return isForwarded && sender !== visit.person
    ? { ...click, via: 'forwarded', sentTo: sender }
    : { ...click, via: 'mail' };
}

/** A visit through a link in a forum; posts are as many as make a dozen readers each. */
function publicOf(visit: Visit, people: readonly Person[], random: Random, rates: Rates): Visit {
  const posts = Math.max(1, Math.round((people.length * rates.publicVisits) / readersOfPost));
  const post = Math.floor(random() * posts);
  const sentTo = people[Math.floor((post * people.length) / posts)] ?? visit.person;
  const referrer = random() < rates.referrerLost ? '' : 'https://forum.example/';
  return { ...visit, via: 'public', sentTo, link: post + 1, keepsParameters: true, referrer };
}
