import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import published from './submission.v1.json' with { type: 'json' };
import { typeFaults } from './test/typeFaults.ts';
import { changedAt, type Path, type Rule, valueAt, walkSchema } from './test/walkSchema.ts';
import { wholeSubmission } from './test/wholeSubmission.ts';

const schema = published as Rule;
const isSubmission = new Ajv2020({ allErrors: true, strict: true }).compile(published);
const places = walkSchema(schema);
const told = (path: Path) => path.join('.');

/** Another type of value than the rule wants. */
const ofAnotherType = ({ type }: Rule): unknown => (type === 'string' ? 7 : type === 'boolean' ? 'true' : 'a text');

const changes = {
  missing: places
    .filter(({ isRequired }) => isRequired)
    .map(({ path }) => ({ path, value: changedAt(path, undefined) })),
  leftOut: places
    .filter(({ isRequired }) => isRequired === false)
    .map(({ path }) => ({ path, value: changedAt(path, undefined) })),
  unlisted: places
    .filter(({ rule }) => rule.enum || rule.const !== undefined)
    .map(({ path }) => ({ path, value: changedAt(path, 'something else') })),
  listed: places.flatMap(({ path, rule }) =>
    (rule.enum ?? []).map((one) => ({ path: [...path, String(one)], value: changedAt(path, one) })),
  ),
  mistyped: places
    .filter(({ rule }) => rule.type)
    .map(({ path, rule }) => ({ path, value: changedAt(path, ofAnotherType(rule)) })),
};

describe('the schema and the type', () => {
  it('both accept a submission that has every field, so that nothing below is left out', () => {
    expect(places.filter(({ path }) => valueAt(path) === undefined).map(({ path }) => told(path))).toEqual([]);
    expect(places.length).toBeGreaterThan(50);
    isSubmission(wholeSubmission);
    expect(isSubmission.errors).toBeNull();
  });

  // The compiler is asked once: the time goes into starting it.
  const kinds = Object.keys(changes) as (keyof typeof changes)[];
  const all = kinds.flatMap((kind) => changes[kind].map((change) => ({ kind, ...change })));
  const faults = typeFaults([wholeSubmission, ...all.map(({ value }) => value)]);

  it('are both accepted by the compiler', () => {
    expect(faults[0]).toBeUndefined();
  });

  it.each([
    ['missing', false],
    ['unlisted', false],
    ['mistyped', false],
    ['leftOut', true],
    ['listed', true],
  ] as const)('agree about every field %s', (kind, isFine) => {
    const cases = all.flatMap((change, n) => (change.kind === kind ? [{ ...change, fault: faults[n + 1] }] : []));
    expect(cases.length).toBeGreaterThan(8);
    expect(
      cases.filter(({ value }) => isSubmission(value) !== isFine).map(({ path }) => `schema: ${told(path)}`),
    ).toEqual([]);
    expect(
      cases.filter(({ fault }) => (fault === undefined) !== isFine).map(({ path }) => `type: ${told(path)}`),
    ).toEqual([]);
  });
});

describe('a rule that only the schema has', () => {
  const tooLong = (rule: Rule) => 'x'.repeat((rule.maxLength ?? 0) + 1);
  const broken = places.flatMap(({ path, rule }) => [
    ...(rule.pattern ? [{ what: 'pattern', path, change: 'no such thing' }] : []),
    ...(rule.minimum === undefined ? [] : [{ what: 'minimum', path, change: rule.minimum - 1 }]),
    ...(rule.maximum === undefined ? [] : [{ what: 'maximum', path, change: rule.maximum + 1 }]),
    ...(rule.minLength ? [{ what: 'minLength', path, change: '' }] : []),
    ...(rule.maxLength ? [{ what: 'maxLength', path, change: tooLong(rule) }] : []),
    ...(rule.maxItems
      ? [{ what: 'maxItems', path, change: Array(rule.maxItems + 1).fill((valueAt(path) as unknown[])[0]) }]
      : []),
    ...(rule.maxProperties
      ? [
          {
            what: 'maxProperties',
            path,
            change: Object.fromEntries(Array.from({ length: rule.maxProperties + 1 }, (_, n) => [`f${n}`, 'x'])),
          },
        ]
      : []),
  ]);

  it('is enforced in every place', () => {
    expect(new Set(broken.map(({ what }) => what)).size).toBe(7);
    for (const { what, path, change } of broken) {
      expect(isSubmission(changedAt(path, change)), `${told(path)} ${what}`).toBe(false);
      expect(isSubmission.errors?.map(({ keyword }) => keyword)).toContain(what);
    }
  });
});

describe('a field of a later version', () => {
  const objects = [[], ...places.filter(({ rule }) => rule.type === 'object').map(({ path }) => path)];

  it.each(objects.map((path) => [told(path) || 'the submission', path] as const))(
    'is accepted in %s',
    (_name, path) => {
      expect(isSubmission(changedAt([...path, 'fromTheFuture'], 'soon'))).toBe(true);
    },
  );

  it('may have any type, except in the two maps of texts', () => {
    const refusing = objects.filter((path) => !isSubmission(changedAt([...path, 'fromTheFuture'], { deep: [1] })));
    expect(refusing.map(told)).toEqual(['contact.fields', 'page.utm']);
  });
});
