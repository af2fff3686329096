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
  test('a click in a mail: one field, one profile, whoever knows the visitor; a number alone where the cookie was not looked for', () => {
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

  test('the same person with nothing that names them: phone only makes a second profile, the others ask for both', () => {
    const people = two();
    const events = [visit(people, 1, 0)];
    expect(outcome(phoneOnly, people, events, rules)).toMatchObject({ fields: 1, duplicates: 1 });
    for (const strategy of [both, byCookie, helloAgain]) {
      expect(outcome(strategy, people, events, rules)).toMatchObject({ fields: 2, duplicates: 0 });
    }
  });

  test('the link is gone days later: the memory knows', () => {
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

  test('a forwarded mail: "Not you?" keeps the number off the sender’s profile, and overlooked it lands there', () => {
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

  test('a link in a forum: by itself it names nobody', () => {
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

  test('an unticked box: the plain popup claims the consent, Hello Again signs up without texts', () => {
    const people = two();
    const rates = certain({ leavesUnticked: 1 });
    expect(outcome(both, people, [visit(people, 1, 1)], rules, rates)).toMatchObject({ signUps: 1, claimed: 1 });
    expect(outcome(helloAgain, people, [visit(people, 1, 1)], rules, rates)).toMatchObject({ signUps: 1, claimed: 0 });
  });

  test('signed up: Hello Again shows nothing more', () => {
    const people = two();
    const events = [visit(people, 1, 1), visit(people, 60, 1)];
    expect(outcome(helloAgain, people, events, rules)).toMatchObject({ shown: 1, shownInVain: 0 });
  });
});

const order = (population: Population, on: number, isHosted: boolean): Order => {
  const person = personOf(population, 1);
  return { kind: 'order', at: start + on * day, person, seed: 1, device: person.devices[0] ?? 0, isHosted };
};

test('another number at checkout wipes the consent under thread-2021, unless the line at the checkout is ticked', () => {
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

test('a number on file in another form: a second profile under thread-2021 with the number alone, none with the link', () => {
  const people = two({ hasBadNumber: true });
  expect(outcome(phoneOnly, people, [visit(people, 1, 0)], 'thread-2021')).toMatchObject({ duplicates: 1 });
  expect(outcome(helloAgain, people, [visit(people, 1, 0, { via: 'mail' })], 'thread-2021')).toMatchObject({
    duplicates: 0,
  });
});

test('a keyword’s profile and the one of an email: one submission with both lets the careful rules join them', () => {
  const people = two({ hasKeyword: true });
  expect(outcome(both, people, [], 'careful')).toMatchObject({ duplicates: 1 });
  expect(outcome(helloAgain, people, [visit(people, 1, 0)], 'careful')).toMatchObject({ duplicates: 0 });
});

test('cookies that are lost after a day: known on that day, unknown on the next', () => {
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
