import type { Rates } from './assumptions.ts';
import { mulberry32, type Random } from './random.ts';

export const days = 180;
/** The first day, in seconds since 1970. Any would do: no clock is read. */
export const start = Date.UTC(2026, 0, 1) / 1000;
export const day = 86_400;

/** A real person, whom no strategy sees. */
export interface Person {
  readonly index: number;
  readonly email: string;
  /** The other address, which is not on file. */
  readonly otherEmail: string;
  /** E.164. */
  readonly number: string;
  readonly newNumber: string;
  /** From then on the new number is theirs, in seconds since 1970; never: Infinity. */
  readonly changesAt: number;
  /** A second line. */
  readonly otherNumber: string;
  readonly devices: readonly number[];
  /** On file by email with consent to mail, before the first day. */
  readonly isOnFile: boolean;
  /** On file with a number, not in the accepted form and without consent. */
  readonly hasBadNumber: boolean;
  /** Opted in by keyword, before the first day. */
  readonly hasKeyword: boolean;
}

export interface Population {
  readonly people: readonly Person[];
  /** Whether a device’s browser deletes early what scripts stored. */
  readonly isShortLived: readonly boolean[];
  readonly ownerOfEmail: ReadonlyMap<string, number>;
  readonly ownerOfNumber: ReadonlyMap<string, number>;
}

export function makePopulation(size: number, seed: number, rates: Rates): Population {
  const random = mulberry32(seed);
  const isShortLived: boolean[] = [];
  const people: Person[] = [];
  const ownerOfEmail = new Map<string, number>();
  const ownerOfNumber = new Map<string, number>();
  const newDevice = (): number => isShortLived.push(random() < rates.shortCookies) - 1;
  for (let index = 0; index < size; index += 1) {
    const isShared = random() < rates.sharedDevice;
    const first = newDevice();
    const second = newDevice();
    const hasSecond = random() < rates.secondDevice;
    const family = people[index - 1]?.devices[0];
    const person: Person = {
      index,
      email: `p${index}@mail.example`,
      otherEmail: `p${index}@work.example`,
      number: freshNumber(random, ownerOfNumber, index),
      newNumber: freshNumber(random, ownerOfNumber, index),
      otherNumber: freshNumber(random, ownerOfNumber, index),
      // Two draws whatever comes of the first: a changed rate must not reshuffle everybody else.
      changesAt: changeOf(random(), random(), rates),
      devices: [isShared && family !== undefined ? family : first, ...(hasSecond ? [second] : [])],
      isOnFile: random() < rates.onFile,
      hasBadNumber: random() < rates.badNumbers,
      hasKeyword: random() < rates.keywordBefore,
    };
    people.push(person);
    ownerOfEmail.set(person.email, index).set(person.otherEmail, index);
  }
  return { people, isShortLived, ownerOfEmail, ownerOfNumber };
}

function changeOf(chance: number, when: number, rates: Rates): number {
  return chance < rates.changesNumber ? start + Math.floor(when * days * day) : Number.POSITIVE_INFINITY;
}

/** A British mobile number that nobody else has. */
function freshNumber(random: Random, owners: Map<string, number>, owner: number): string {
  for (;;) {
    const number = `+447${7 + Math.floor(random() * 3)}${String(10_000_000 + Math.floor(random() * 89_999_999))}`;
    if (owners.has(number)) continue;
    owners.set(number, owner);
    return number;
  }
}

/** The number a person is reached by at a time. */
export function numberAt(person: Person, at: number): string {
  return at < person.changesAt ? person.number : person.newNumber;
}
