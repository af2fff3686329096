import { describe, expect, test } from 'vitest';
import { assumptionNames, assumptionTable, ratesWith } from './assumptions.ts';
import { pictureOf } from './picture.ts';
import { linesOf } from './report.ts';
import { makeScene, simulate } from './run.ts';
import { alwaysBoth, helloAgain, strategies } from './strategies.ts';
import { fieldLimit, verdicts } from './target.ts';

const small = { people: 800, seed: 5 };
const rows = simulate(small);
const lines = linesOf(rows);

test('the same seed gives the same figures and the same picture, and another seed gives others', () => {
  const of = (seed: number) => linesOf(simulate({ people: 150, seed }));
  const once = of(5);
  const again = of(5);
  expect(again).toEqual(once);
  expect(pictureOf(again)).toBe(pictureOf(once));
  expect(of(6)).not.toEqual(once);
}, 60_000);

test('the days are in order, and every kind of event happens in them', () => {
  const { population, events } = makeScene(small);
  expect(events.every((event, i) => i === 0 || event.at >= (events[i - 1]?.at ?? 0))).toBe(true);
  const seen = new Set(events.map((event) => (event.kind === 'visit' ? event.via : event.kind)));
  expect([...seen].sort()).toEqual(['forwarded', 'keyword', 'mail', 'order', 'own', 'public', 'text']);
  const clicks = events.filter((event) => event.kind === 'visit' && event.via === 'mail');
  expect(new Set(clicks.map((event) => event.kind === 'visit' && event.keepsParameters))).toEqual(
    new Set([true, false]),
  );
  const { people, isShortLived } = population;
  expect(people.some((p) => people[p.index + 1]?.devices.includes(p.devices[0] ?? -1))).toBe(true);
  expect(people.some((p) => p.isOnFile && p.hasBadNumber) && people.some((p) => p.hasKeyword)).toBe(true);
  expect(people.some((p) => p.changesAt < Number.POSITIVE_INFINITY)).toBe(true);
  expect(new Set(isShortLived)).toEqual(new Set([true, false]));
});

describe.each(rows.map((row) => ({ name: `${row.rules}, ${row.strategy}`, row })))('$name', ({ row }) => {
  const { figures } = row;

  test('the counts add up', () => {
    expect(figures.profiles - figures.duplicates).toBe(figures.peopleOnFile);
    expect(figures.duplicates).toBeGreaterThanOrEqual(0);
    expect(figures.signUps).toBeGreaterThan(0);
    expect(figures.signUps).toBeLessThanOrEqual(figures.shown);
    expect(figures.shownInVain).toBeLessThanOrEqual(figures.shown);
    expect(figures.fields).toBeGreaterThanOrEqual(figures.signUps);
    expect(figures.fields).toBeLessThanOrEqual(2 * figures.signUps);
    expect(figures.signUpsOfMailed).toBeLessThanOrEqual(figures.signUps);
    expect(figures.mistyped).toBeLessThanOrEqual(figures.wrongNumbers);
  });
});

test('the plain popups ask for what their names say', () => {
  for (const { strategy, fieldsPerSignUp } of lines) {
    if (strategy === alwaysBoth.name) expect(fieldsPerSignUp).toBe(2);
    if (strategy === strategies[0]?.name) expect(fieldsPerSignUp).toBe(1);
  }
});

describe('the target', () => {
  test.each(verdicts(lines))(
    'under $rules is met with as few duplicates, and no consent without a record',
    (verdict) => {
      expect(verdict.hasFewDuplicates).toBe(true);
      expect(verdict.claimsNothing).toBe(true);
      // Fewer fields than always both; how much fewer depends on who comes (docs/simulation.md).
      expect(verdict.fieldShare).toBeLessThan(1);
    },
  );

  test('is met with at most two thirds of the fields, where most visitors come by mail', () => {
    const rates = ratesWith({ onFile: 0.95, clicks: 8, visits: 1 });
    const byMail = verdicts(linesOf(simulate({ people: 500, seed: 5, rates }, [alwaysBoth, helloAgain])));
    expect(byMail).toHaveLength(3);
    for (const verdict of byMail) {
      expect(verdict.fieldShare).toBeLessThanOrEqual(fieldLimit);
      expect(verdict.hasFewDuplicates && verdict.claimsNothing).toBe(true);
    }
  }, 60_000);
});

test('a rate of the command line is accepted, and an invalid one is refused with the valid names', () => {
  expect(ratesWith({ forwards: 0.1 }).forwards).toBe(0.1);
  expect(() => ratesWith({ forward: 0.1 })).toThrow(/forwards/);
  expect(() => ratesWith({ forwards: 2 })).toThrow(/from 0 to 1/);
  expect(() => ratesWith({ forwards: Number.NaN })).toThrow(/from 0 to 1/);
});

test('every assumption is inside its own range and has a reason', () => {
  for (const name of assumptionNames) {
    const { value, range, reason } = assumptionTable[name];
    expect(value, name).toBeGreaterThanOrEqual(range[0]);
    expect(value, name).toBeLessThanOrEqual(range[1]);
    expect(reason.length, name).toBeGreaterThan(10);
  }
});
