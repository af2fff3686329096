import { describe, expect, test } from 'vitest';
import { ruleSets } from '../../demo/collector/rules/rules.ts';
import { ruleSetNames } from '../../demo/collector/rules/types.ts';
import { type AssumptionName, assumptionNames, type Rates, ratesWith } from './assumptions.ts';
import type { Event, Order, Visit } from './days.ts';
import { measure } from './measure.ts';
import { token } from './platformRun.ts';
import { day, makePopulation, type Person, type Population, start } from './population.ts';
import { play } from './run.ts';
import { type Strategy, strategies } from './strategies.ts';
import { World } from './world.ts';

const [phoneOnly, both, byCookie, helloAgain] = strategies as [Strategy, Strategy, Strategy, Strategy];

/** Nothing happens by chance: everybody answers, nobody slips, and everything is kept. */
function certain(changed: Partial<Record<AssumptionName, number>> = {}): Rates {
  const nothing = Object.fromEntries(assumptionNames.map((name) => [name, 0]));
  const always = { completesOne: 1, completesTwo: 1, repeats: 1, goesOn: 1, lookupAnswers: 1, numberGiven: 1 };
  return ratesWith({ ...nothing, ...always, ...changed });
}

/** Two people with a device each; the first is on file by email. */
function two(about: Partial<Person> = {}): Population {
  const { people, ...rest } = makePopulation(2, 1, certain());
  return { ...rest, people: people.map((p) => (p.index === 0 ? { ...p, isOnFile: true, ...about } : p)) };
}

const personOf = (population: Population, index: number) => population.people[index] as Person;

function visit(population: Population, on: number, who: number, more: Partial<Visit> = {}): Visit {
  const person = personOf(population, who);
  const device = person.devices[0] ?? 0;
  const rest = { via: 'own', sentTo: person, link: 1, keepsParameters: true, referrer: '', seed: 1 } as const;
  return { kind: 'visit', at: start + on * day, person, device, ...rest, ...more };
}

function outcome(
  strategy: Strategy,
  population: Population,
  events: readonly Event[],
  rules: keyof typeof ruleSets,
  rates = certain(),
) {
  return measure(play(new World(population, rates, ruleSets[rules]), strategy, events));
}

describe.each(ruleSetNames)('under %s', (rules) => {
  test('a click in a mail asks for one field and makes one profile for whoever knows the visitor, and a number alone where the cookie was not read', () => {
    const people = two();
    const events = [visit(people, 1, 0, { via: 'mail' })];
    expect(outcome(helloAgain, people, events, rules)).toMatchObject({
      signUps: 1,
      fields: 1,
      duplicates: 0,
      wrongNumbers: 0,
    });
    expect(outcome(byCookie, people, events, rules)).toMatchObject({ signUps: 1, fields: 1, duplicates: 0 });
    expect(outcome(both, people, events, rules)).toMatchObject({ signUps: 1, fields: 2, duplicates: 0 });
  });

  test('an unidentified known person gets a second profile from phone only, and is asked for both by the others', () => {
    const people = two();
    const events = [visit(people, 1, 0)];
    expect(outcome(phoneOnly, people, events, rules)).toMatchObject({ fields: 1, duplicates: 1 });
    for (const strategy of [both, byCookie, helloAgain]) {
      expect(outcome(strategy, people, events, rules)).toMatchObject({ fields: 2, duplicates: 0 });
    }
  });

  test('a visitor who returns days later without the link is known by memory', () => {
    const people = two();
    const closes = certain({ completesOne: 0 });
    const world = play(new World(people, closes, ruleSets[rules]), helloAgain, [visit(people, 1, 0, { via: 'mail' })]);
    const later = new World(people, certain(), ruleSets[rules]);
    expect(world.tally).toMatchObject({ shown: 1, signUps: 0 });
    const kept = visit(people, 1, 0, { via: 'mail' });
    expect(play(later, helloAgain, [kept, visit(people, 40, 0)]).tally).toMatchObject({
      shown: 1,
      signUps: 1,
      fields: 1,
    });
  });

  test('"Not you?" keeps the number of a forwarded mail off the sender’s profile, and an overlooked one lands there', () => {
    const people = two();
    const events = [visit(people, 1, 1, { via: 'forwarded', sentTo: personOf(people, 0) })];
    expect(outcome(helloAgain, people, events, rules, certain({ noticesNotYou: 1 }))).toMatchObject({
      fields: 2,
      wrongNumbers: 0,
      profiles: 2,
    });
    expect(outcome(helloAgain, people, events, rules)).toMatchObject({ fields: 1, wrongNumbers: 1, wrongTexted: 1 });
    expect(outcome(byCookie, people, events, rules)).toMatchObject({ wrongNumbers: 1 });
    expect(outcome(both, people, events, rules)).toMatchObject({ wrongNumbers: 0 });
  });

  test('a link in a forum identifies nobody by itself', () => {
    const people = two();
    const world = new World(people, certain(), ruleSets[rules]);
    const sentTo = personOf(people, 0);
    const click = visit(people, 1, 1, { via: 'public', sentTo, referrer: 'https://forum.example/' });
    const id = world.platform.mailed(sentTo)?.id ?? '';
    // Not through `play`: there the platform's script stores the link as a cookie, and the widget believes that.
    world.platform.now = click.at;
    helloAgain.visit(world, click, `https://shop.example/?ha_id=${token(id, 'read', '1')}`);
    expect(measure(world)).toMatchObject({ signUps: 1, fields: 2, wrongNumbers: 0 });
  });

  test('an unticked box claims the consent in the plain popup, and signs up without texts in Hello Again', () => {
    const people = two();
    const rates = certain({ leavesUnticked: 1 });
    expect(outcome(both, people, [visit(people, 1, 1)], rules, rates)).toMatchObject({ signUps: 1, claimed: 1 });
    expect(outcome(helloAgain, people, [visit(people, 1, 1)], rules, rates)).toMatchObject({ signUps: 1, claimed: 0 });
  });

  test('Hello Again shows nothing more after a sign-up', () => {
    const people = two();
    const events = [visit(people, 1, 1), visit(people, 60, 1)];
    expect(outcome(helloAgain, people, events, rules)).toMatchObject({ shown: 1, shownInVain: 0 });
  });
});

const order = (population: Population, on: number, isHosted: boolean): Order => {
  const person = personOf(population, 1);
  return { kind: 'order', at: start + on * day, person, seed: 1, device: person.devices[0] ?? 0, isHosted };
};

test('another number at checkout loses the consent under thread-2021, unless the line at the checkout is ticked', () => {
  const people = two();
  const events = [visit(people, 1, 1), order(people, 9, false)];
  const rates = certain({ otherNumber: 1, ticksAtCheckout: 1 });
  expect(outcome(both, people, events, 'thread-2021', rates)).toMatchObject({ consentsLost: 1, wiped: 1 });
  expect(outcome(helloAgain, people, events, 'thread-2021', rates)).toMatchObject({
    consentsLost: 0,
    wiped: 0,
    consentsAtCheckout: 1,
  });
  const hosted = [visit(people, 1, 1), order(people, 9, true)];
  expect(outcome(helloAgain, people, hosted, 'thread-2021', rates)).toMatchObject({
    consentsLost: 1,
    consentsAtCheckout: 0,
  });
});

test('a number on file in another format gets a second profile under thread-2021 with the number alone, and none with the link', () => {
  const people = two({ hasBadNumber: true });
  expect(outcome(phoneOnly, people, [visit(people, 1, 0)], 'thread-2021')).toMatchObject({ duplicates: 1 });
  expect(outcome(helloAgain, people, [visit(people, 1, 0, { via: 'mail' })], 'thread-2021')).toMatchObject({
    duplicates: 0,
  });
});

test('one submission with both lets the careful rules join a keyword’s profile and an email’s', () => {
  const people = two({ hasKeyword: true });
  expect(outcome(both, people, [], 'careful')).toMatchObject({ duplicates: 1 });
  expect(outcome(helloAgain, people, [visit(people, 1, 0)], 'careful')).toMatchObject({ duplicates: 0 });
});

test('a visitor whose cookies are lost after a day is known on that day, and unknown on the next', () => {
  const people = { ...two(), isShortLived: [true, true, true, true] };
  const first = visit(people, 1, 0, { via: 'mail', seed: 4 });
  const ignored = certain({ completesOne: 0 });
  const later = (hours: number) => ({ ...visit(people, 1, 0), at: first.at + hours * 3600 });
  expect(outcome(helloAgain, people, [first, later(25)], 'careful', ignored)).toMatchObject({
    shown: 2,
    signUps: 1,
    fields: 2,
  });
});
