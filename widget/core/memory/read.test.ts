import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consent, day, identifier, memoryOf, swapQuotes, today } from '../test/memory.ts';
import { emptyMemory } from './memory.ts';
import { readMemory } from './read.ts';
import { writeMemory } from './write.ts';

/** The cookie's text as anybody might have written it. */
const forged = (content: unknown, version = '1') => version + swapQuotes(JSON.stringify(content));
const nothing = { memory: emptyMemory, isNewer: false };

describe('what was written is read again', () => {
  test('completely', () => {
    const memory = memoryOf(
      {
        identifiers: [identifier('token-1', { has: { email: true, sms: false }, byText: true })],
        refused: ['a1b2c3'],
        shown: 2,
        shownAt: today,
        dismissedAt: today,
        pausedUntil: today + day,
      },
      {
        identifiers: [identifier('token-2')],
        consents: [consent('c-1')],
        subscribed: { email: true },
        emailTag: 'd4e5f6',
        askedAt: today,
        signedUpAt: today,
      },
    );
    expect(readMemory(writeMemory(memory), today)).toEqual({ memory, isNewer: false });
  });

  test.each([`it's "quoted"`, 'a\\"b', "'", '{},:;'])('with the identifier %s', (value) => {
    const memory = memoryOf({ identifiers: [identifier(value)] });
    expect(readMemory(writeMemory(memory), today).memory).toEqual(memory);
  });

  test('with any identifier', () => {
    const ascii = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.array(ascii, { maxLength: 4 }), (values) => {
        const memory = memoryOf({ identifiers: values.map((value) => identifier(value)) });
        expect(readMemory(writeMemory(memory), today).memory).toEqual(memory);
      }),
    );
  });
});

describe('a broken cookie counts as empty', () => {
  test.each([
    '',
    '1',
    '1{',
    '1{}',
    '1null',
    '1[]',
    '1"text"',
    '1.5',
    '1e9',
    '-2{}',
    'v2{}',
    ' {}',
    'undefined',
    '%7B%7D',
    "1{'seen':null}",
    "1{'seen':7}",
  ])('%s', (text) => {
    expect(readMemory(text, today)).toEqual(nothing);
  });

  test('and so does none', () => {
    expect(readMemory(undefined, today)).toEqual(nothing);
  });

  test('when it was cut off, and may be written anew', () => {
    const text = writeMemory(memoryOf({ identifiers: [identifier('token-1')] }));
    expect(readMemory(text.slice(0, -5), today)).toEqual(nothing);
  });
});

describe('a cookie of another version', () => {
  const content = { seen: { refused: ['a1b2c3'] } };

  test.each([
    ['2', true],
    ['9', true],
    ['12', true],
    ['100', true],
    ['1', false],
    ['01', false],
    ['0', false],
    ['', false],
  ])('%o is newer: %s; its content is read either way', (version, isNewer) => {
    const read = readMemory(forged(content, version), today);
    expect([read.memory.seen.refused, read.isNewer]).toEqual([['a1b2c3'], isNewer]);
  });

  test.each(['2', '17', '2{', '2not json', '3<binary>', "2{'seen':7}"])(
    'that is newer and unreadable is never overwritten: %s',
    (text) => {
      expect(readMemory(text, today)).toEqual({ memory: emptyMemory, isNewer: true });
    },
  );

  test('is read as far as it is understood, and recognised as newer', () => {
    const content = { seen: { refused: ['a1b2c3'], moods: ['new'] }, later: {} };
    expect(readMemory(forged(content, '2'), today)).toMatchObject({
      memory: { seen: { refused: ['a1b2c3'], identifiers: [], shown: 0 }, acknowledged: emptyMemory.acknowledged },
      isNewer: true,
    });
  });
});

describe('a forged cookie', () => {
  test.each([
    ['lists that are none', { seen: { identifiers: {}, refused: 7 }, acknowledged: { consents: true } }],
    ['lists that are texts', { seen: { identifiers: 'a,b' }, acknowledged: { identifiers: 'a', consents: 'c' } }],
    ['groups that are lists', { seen: [], acknowledged: [[]] }],
    ['nulls', { seen: null, acknowledged: { identifiers: null, consents: null, subscribed: null } }],
    ['numbers that are none', { seen: { shown: 'three' } }],
  ])('with %s gives the empty value in their place', (_what, content) => {
    expect(readMemory(forged(content), today).memory).toEqual(emptyMemory);
  });

  test.each([
    ['null', null],
    ['text', 'token-1'],
    ['one without a value', { ...identifier('x'), value: undefined }],
    ['one with a list for its value', { ...identifier('x'), value: ['x'] }],
    ['one without an issuer', { ...identifier('x'), issuer: undefined }],
    ['one whose issuer is no text', { ...identifier('x'), issuer: 7 }],
    ['an email', { ...identifier('x'), field: 'email' }],
    ['a number to text', { ...identifier('x'), field: 'phone' }],
    ['one of no field', { ...identifier('x'), field: undefined }],
    ['one without a time', { ...identifier('x'), at: undefined }],
    ['one of no time', { ...identifier('x'), at: 'today' }],
    ['one before all time', { ...identifier('x'), at: -1 }],
    ['one that no date can hold', { ...identifier('x'), at: 1e300 }],
  ])('loses an identifier that is %s, and keeps the one beside it', (_what, broken) => {
    const identifiers = [broken, identifier('token-1')];
    const { memory } = readMemory(forged({ seen: { identifiers }, acknowledged: { identifiers } }), today);
    expect(memory.seen.identifiers).toEqual([identifier('token-1')]);
    expect(memory.acknowledged.identifiers).toEqual([identifier('token-1')]);
  });

  test.each([
    ['nothing', null],
    ['a number', 7],
    ['a text', 'c-2'],
    ['without a time', { ...consent('c-2'), at: undefined }],
    ['of no time', { ...consent('c-2'), at: 'today' }],
  ])('loses a consent that is %s, and keeps the one beside it', (_what, broken) => {
    const { memory } = readMemory(forged({ acknowledged: { consents: [broken, consent('c-1')] } }), today);
    expect(memory.acknowledged.consents).toEqual([consent('c-1')]);
  });

  test.each([
    ['text', 'soon'],
    ['before 1970', -1],
    ['nought', 0],
    ['of the year 2096', 3.98e9],
    ['of the day after tomorrow', today + 2 * day],
    ['in milliseconds', today * 1000],
    ['that no date can hold', 1e300],
    ['a group', { seconds: today }],
    ['null', null],
  ])('loses a time that is %s', (_what, time) => {
    const seen = { shownAt: time, visitedAt: time };
    const { memory } = readMemory(forged({ seen, acknowledged: { askedAt: time, signedUpAt: time } }), today);
    expect(memory).toEqual(emptyMemory);
  });

  test.each([
    [30, true],
    [32, false],
  ])('keeps a pause of %d days: %s', (days, isKept) => {
    const pausedUntil = today + days * day;
    const { memory } = readMemory(forged({ seen: { pausedUntil } }), today);
    expect(memory.seen.pausedUntil).toBe(isKept ? pausedUntil : undefined);
  });

  test('loses a dismissal that is dated further ahead than "Already signed up?" dates it', () => {
    const { memory } = readMemory(forged({ seen: { dismissedAt: today + 3_652 * day } }), today);
    expect(memory).toEqual(emptyMemory);
  });

  test('has its times as numbers, though they were written as texts', () => {
    const seen = {
      dismissedAt: `${today}`,
      pausedUntil: `${today}`,
      identifiers: [{ ...identifier('x'), at: `${today}` }],
    };
    const { memory } = readMemory(forged({ seen, acknowledged: { signedUpAt: `${today}` } }), today);
    expect(memory.seen).toMatchObject({ dismissedAt: today, pausedUntil: today, identifiers: [identifier('x')] });
    expect(memory.acknowledged.signedUpAt).toBe(today);
  });

  test('changes no prototype, and is not read through one', () => {
    const inherited = `{"refused":["a1b2c3"],"isForged":true}`;
    const text = `1${swapQuotes(`{"__proto__":${inherited},"seen":{"__proto__":${inherited}},"constructor":{"prototype":${inherited}}}`)}`;
    const { memory } = readMemory(text, today);
    expect(({} as { isForged?: true }).isForged).toBeUndefined();
    expect(memory.seen.refused).toEqual([]);
    expect(Object.getPrototypeOf(memory.seen)).toBe(Object.prototype);
  });

  test('never throws, and always gives the lists that later code needs', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((json) => `1${swapQuotes(json)}`),
        ),
        (text) => {
          const { seen, acknowledged } = readMemory(text, today).memory;
          for (const list of [seen.identifiers, seen.refused, acknowledged.identifiers, acknowledged.consents]) {
            expect(Array.isArray(list)).toBe(true);
          }
          expect(typeof seen.shown).toBe('number');
          for (const { at } of [...seen.identifiers, ...acknowledged.identifiers, ...acknowledged.consents]) {
            expect(new Date(at * 1000).getTime()).toBeGreaterThan(0);
          }
          expect(acknowledged.subscribed).toBeTypeOf('object');
        },
      ),
    );
  });
});
