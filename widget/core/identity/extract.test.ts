import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMemory } from '../memory/read.ts';
import { now } from '../test/evidence.ts';
import { identifier, memoryOf, swapQuotes, today } from '../test/memory.ts';
import { extract, type PageClaim, type Sightings } from './extract.ts';
import type { Carrier, Issuer } from './issuer.ts';
import { readLink } from './link.ts';

const token = (name: string): Carrier => ({
  name,
  decode: (raw) => [{ field: 'profile', value: raw, strength: 'token' }],
});
/** Mints anew for every mail: what is left of the dot stays the same. */
const own: Issuer = {
  issuer: 'own',
  parameters: [token('ha_id')],
  isStable: true,
  keyOf: (value) => value.split('.')[0] ?? value,
};
const news: Issuer = { issuer: 'news', parameters: [token('n')], cookies: [token('_n')], isStable: false };
const thrower: Issuer = {
  issuer: 'thrower',
  parameters: [
    {
      name: 't',
      decode: () => {
        throw new Error('an owner’s mistake');
      },
    },
  ],
  isStable: true,
};

const link = (query: string, referrer = '') => readLink(`https://shop.example.com/?${query}`, referrer, []);
const cookie = (jar: Readonly<Record<string, string>>) => (name: string) => jar[name];
const found = (sightings: Partial<Sightings>, issuers = [own, news, thrower]) =>
  extract({ now, ...sightings }, issuers);
const inShort = (sightings: Partial<Sightings>) =>
  found(sightings).map((e) => `${e.claim} ${e.issuer} ${e.field} ${e.value}`);

describe('evidence is read from', () => {
  test('nothing where the storage permission withholds everything', () => {
    expect(found({})).toEqual([]);
  });

  test('the page’s login, as one proven claim for each call', () => {
    const page = { email: 'penny@example.com', phone: '(07700) 900 001', id: '42' };
    expect(inShort({ page })).toEqual([
      'page page email penny@example.com',
      'page page phone (07700) 900 001',
      'page page profile 42',
    ]);
    for (const e of found({ page })) expect(e).toMatchObject({ source: 'page', strength: 'proof', observedAt: now });
  });

  test('the link, as one claim for each address, whoever issued it', () => {
    expect(inShort({ link: link('ha_id=a.1&n=b&x=c') })).toEqual(['link own profile a.1', 'link news profile b']);
  });

  test('cookies, as one claim for each issuer', () => {
    expect(inShort({ cookie: cookie({ _n: 'b', ha_id: 'not a cookie of ours' }) })).toEqual([
      'cookie:news news profile b',
    ]);
  });

  test('what memory saw acknowledged, as one claim', () => {
    const memory = memoryOf({}, { identifiers: [identifier('a'), identifier('b', { issuer: 'news' })] });
    expect(inShort({ memory })).toEqual(['memory own profile a', 'memory news profile b']);
  });

  test('what memory only saw, as one claim for each visit with its time', () => {
    const memory = memoryOf({ identifiers: [identifier('a', { at: today }), identifier('b', { at: today + 1 })] });
    expect(inShort({ memory })).toEqual([`seen:${today} own profile a`, `seen:${today + 1} own profile b`]);
    expect(found({ memory })[0]).toMatchObject({ source: 'cookie', observedAt: '2026-01-31T00:00:00.000Z' });
  });

  test('the link once, though memory has recorded it already', () => {
    const memory = memoryOf({ identifiers: [identifier('a.1'), identifier('a.2')] });
    expect(inShort({ memory, link: link('ha_id=a.1') })).toEqual([
      'link own profile a.1',
      `seen:${today} own profile a.2`,
    ]);
  });
});

describe('an issuer', () => {
  test('may have parameters alone, cookies alone, or neither', () => {
    const issuers: Issuer[] = [
      { issuer: 'links', parameters: [token('n')], isStable: true },
      { issuer: 'jars', cookies: [token('_n')], isStable: true },
      { issuer: 'silent', isStable: true },
    ];
    const seen = found({ link: link('n=a&_n=c'), cookie: cookie({ _n: 'b', n: 'd' }) }, issuers);
    expect(seen.map((e) => `${e.issuer} ${e.value}`)).toEqual(['links a', 'jars b']);
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['nothing', undefined],
    ['a text', 'penny'],
    ['a number', 7],
    ['one piece outside a list', { field: 'profile', value: 'penny', strength: 'token' }],
    ['a promise', Promise.resolve([])],
    ['a list of nothing', [null]],
    ['a list of texts', ['penny']],
    ['a piece without a value', [{ field: 'profile', strength: 'token' }]],
    ['a piece whose value is a number', [{ field: 'profile', value: 42, strength: 'token' }]],
    ['a piece whose value is a list', [{ field: 'profile', value: ['penny'], strength: 'token' }]],
  ])('whose decoder answers %s gives no evidence, and does not affect the others', (_what, answer) => {
    const odd: Carrier = { name: 'o', decode: () => answer as ReturnType<Carrier['decode']> };
    const issuers: Issuer[] = [{ issuer: 'odd', parameters: [odd, token('n')], cookies: [odd], isStable: true }, own];
    const sightings = { link: link('o=1&n=b&ha_id=a'), cookie: cookie({ o: '1' }) };
    expect(found(sightings, issuers).map((e) => e.value)).toEqual(['b', 'a']);
  });

  test('whose decoder answers a valid piece beside an invalid one gives the valid one', () => {
    const piece = { field: 'profile', strength: 'token' } as const;
    const decode = () => [
      { ...piece, value: 7 as never },
      { ...piece, value: 'penny' },
    ];
    const issuers = [{ issuer: 'odd', parameters: [{ name: 'o', decode }], isStable: true }];
    expect(found({ link: link('o=1') }, issuers).map((e) => e.value)).toEqual(['penny']);
  });
});

describe('a value of the page’s login', () => {
  const said = (page: unknown) => found({ page: page as PageClaim }).map(({ field, value }) => [field, value]);

  test('is trimmed, and may be a number', () => {
    expect(said({ email: ' penny@example.com\n', phone: 7700900001, id: 42 })).toEqual([
      ['email', 'penny@example.com'],
      ['phone', '7700900001'],
      ['profile', '42'],
    ]);
  });

  test('may be written in any alphabet', () => {
    expect(said({ id: 'Пенни' })).toEqual([['profile', 'Пенни']]);
  });

  test('is cut where it is too long', () => {
    expect(said({ id: 'x'.repeat(5_000) })).toEqual([['profile', 'x'.repeat(1_024)]]);
  });

  test('is read only as email, phone and id', () => {
    expect(said({ email: 'penny@example.com', name: 'Penny', subscribed: { sms: true } })).toEqual([
      ['email', 'penny@example.com'],
    ]);
  });

  test.each([
    ['empty, as templates print it for a guest', ''],
    ['blank', ' \t '],
    ['null', null],
    ['missing', undefined],
    ['a flag', true],
    ['an object', { address: 'penny@example.com' }],
    ['a list', ['penny@example.com']],
    ['a function', () => 'penny@example.com'],
  ])('is ignored where it is %s', (_what, value) => {
    expect(said({ email: value, phone: value, id: value })).toEqual([]);
  });

  test.each([[null], [undefined], [''], ['penny@example.com'], [7], [true]])(
    'is ignored where the login is no object: %j',
    (page) => {
      expect(said(page)).toEqual([]);
    },
  );
});

describe('a piece of evidence', () => {
  test('says whether its link was shared, for links only', () => {
    const sightings = { link: link('ha_id=a', 'https://forum.example.net/'), cookie: cookie({ _n: 'b' }) };
    expect(found(sightings).map((e) => [e.source, e.isShared])).toEqual([
      ['link', true],
      ['cookie', undefined],
    ]);
  });

  test('has a key that stays the same when its issuer issues a new token', () => {
    expect(found({ link: link('ha_id=penny.1&n=b') }).map((e) => e.key)).toEqual(['penny', 'b']);
  });

  test('is not comparable when its issuer is unstable, whatever its value looks like', () => {
    const isStable = (query: string) => found({ link: link(query) }).map((e) => e.isStable);
    expect(isStable('ha_id=penny.1')).toEqual([true]);
    expect(isStable('n=b')).toEqual([false]);
    expect(isStable('ha_id=~alias.1')).toEqual([true]);
  });
});

describe('a broken or hostile value', () => {
  test.each([
    ['empty', ''],
    ['too long', 'x'.repeat(1025)],
    ['far too long', 'x'.repeat(5000)],
    ['with a space', 'a b'],
    ['with a line break', 'a\nb'],
    ['with a NUL', 'a\0b'],
    ['with a zero-width space', 'a\u200bb'],
    ['in another alphabet', 'пенни'],
  ])('that is %s identifies nobody, in the link, the cookie or memory', (_what, value) => {
    expect(found({ link: link(`ha_id=${encodeURIComponent(value)}`) })).toEqual([]);
    expect(found({ cookie: cookie({ _n: value }) })).toEqual([]);
    const identifiers = [identifier(value)];
    expect(found({ memory: memoryOf({ identifiers }, { identifiers }) })).toEqual([]);
  });

  test('that makes an owner’s decoder throw does not affect other evidence', () => {
    expect(inShort({ link: link('t=boom&n=b') })).toEqual(['link news profile b']);
  });

  test('that is far too long is not passed to a decoder', () => {
    const shorten: Carrier = {
      name: 's',
      decode: (raw) => [{ field: 'profile', value: raw.slice(0, 9), strength: 'token' }],
    };
    const issuers = [{ issuer: 'short', parameters: [shorten], isStable: true }];
    expect(found({ link: link(`s=${'x'.repeat(4096)}`) }, issuers)).toHaveLength(1);
    expect(found({ link: link(`s=${'x'.repeat(4097)}`) }, issuers)).toEqual([]);
  });

  test('may be as long as 1024 characters', () => {
    expect(found({ link: link(`ha_id=${'x'.repeat(1024)}`) })).toHaveLength(1);
  });

  test('never throws, and only printable ASCII of a sensible length gets through', () => {
    const length = fc.constantFrom(0, 1024, 4096);
    const hostile = fc
      .tuple(fc.string({ unit: 'grapheme' }), length)
      .map(([text, atLeast]) => text.padEnd(atLeast, 'x'));
    fc.assert(
      fc.property(hostile, hostile, hostile, (a, b, c) => {
        const query = `ha_id=${a}&n=${encodeURIComponent(b)}&t=${c}`;
        for (const e of found({ link: link(query), cookie: cookie({ _n: c }) })) {
          expect(e.value).toMatch(/^[!-~]{1,1024}$/);
        }
      }),
    );
  });

  test('in a forged memory cookie never throws', () => {
    const forged = fc.json().map((json) => `1${swapQuotes(json)}`);
    const shaped = fc
      .record({ value: fc.anything(), at: fc.anything(), issuer: fc.anything(), field: fc.anything() })
      .map((i) => JSON.stringify({ seen: { identifiers: [i, null] }, acknowledged: { identifiers: [i] } }))
      .map((json) => `1${swapQuotes(json)}`);
    fc.assert(
      fc.property(fc.oneof(forged, shaped), (text) => {
        for (const e of found({ memory: readMemory(text, today).memory })) expect(e.value).toMatch(/^[!-~]{1,1024}$/);
      }),
    );
  });
});
