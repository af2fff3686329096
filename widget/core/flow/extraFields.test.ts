import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkExtraFields, extraValues, readExtraFields } from './extraFields.ts';

const roast = {
  name: 'roast',
  type: 'choice',
  label: { en: 'Roast', de: 'Röstung' },
  choices: { light: 'Light', dark: 'Dark' },
  required: true,
};

describe('the extra fields of the owner’s options', () => {
  test('are read with their labels and choices', () => {
    expect(readExtraFields([{ name: 'firstName', type: 'firstName' }, roast])).toEqual([
      { name: 'firstName', type: 'firstName', label: {}, choices: [], isRequired: false },
      {
        name: 'roast',
        type: 'choice',
        label: { en: 'Roast', de: 'Röstung' },
        choices: [
          ['light', 'Light'],
          ['dark', 'Dark'],
        ],
        isRequired: true,
      },
    ]);
  });

  test('can be named by an attribute', () => {
    expect(readExtraFields('firstName, birthday').map(({ type }) => type)).toEqual(['firstName', 'birthday']);
  });

  test.each([
    ['no list', 7],
    ['nothing', null],
    ['no field', [null, 'x', 3]],
    ['no type that there is', [{ name: 'a', type: 'password' }]],
    ['a name that is none', [{ name: 'a b', type: 'firstName' }]],
    ['a choice of nothing', [{ name: 'a', type: 'choice', label: 'A', choices: {} }]],
    ['a text that nobody could understand', [{ name: 'a', type: 'text' }]],
  ])('are left out where they are %s', (_what, raw) => {
    expect(readExtraFields(raw)).toEqual([]);
  });

  test('have unique names', () => {
    expect(readExtraFields([roast, roast])).toHaveLength(1);
  });

  test('never throw', () => {
    fc.assert(fc.property(fc.anything(), (raw) => void readExtraFields(raw)));
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: fc.anything(), type: fc.anything() })),
        (raw) => void readExtraFields(raw),
      ),
    );
  });
});

describe('a value of an extra field', () => {
  const fields = readExtraFields([
    { name: 'firstName', type: 'firstName' },
    { name: 'birthday', type: 'birthday' },
    roast,
  ]);
  const check = (entered: Record<string, string>) => checkExtraFields(fields, { roast: 'dark', ...entered });

  test.each(['', '1-1', '02-29', '12-31', ' 4-30 ', '-'])('is accepted as the birthday %j', (birthday) => {
    expect(check({ birthday })).toEqual({});
  });

  test.each(['2-30', '4-31', '13-1', '0-1', '1-0', '4-', '-23', 'May', '4-23-1987'])(
    'is refused as the birthday %j',
    (birthday) => {
      expect(check({ birthday })).toEqual({ 'fields.birthday': { code: 'impossible' } });
    },
  );

  test('is needed for a required choice, and must be one of the choices', () => {
    expect(check({ roast: '' })).toEqual({ 'fields.roast': { code: 'empty' } });
    expect(check({ roast: 'burnt' })).toEqual({ 'fields.roast': { code: 'impossible' } });
  });

  test('may be a name of any alphabet, or missing', () => {
    expect(check({ firstName: 'Ægir 李' })).toEqual({});
  });
});

test('is sent as filled in, with a birthday as month and day and white space folded', () => {
  const fields = readExtraFields([
    { name: 'firstName', type: 'firstName' },
    { name: 'birthday', type: 'birthday' },
    roast,
  ]);
  expect(extraValues(fields, { firstName: '  Penny   Lane ', birthday: '4-3', roast: '', other: 'x' })).toEqual({
    firstName: 'Penny Lane',
    birthday: '04-03',
  });
  expect(extraValues(fields, { birthday: '-' })).toEqual({});
});
