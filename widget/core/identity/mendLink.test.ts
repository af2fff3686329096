import { describe, expect, test } from 'vitest';
import { mendLink, separate } from './mendLink.ts';

const names = ['ha_id', '_kx', 'ajs_trait_email', 'email'];
const at = (rest: string) => `https://shop.example.com/p/1${rest}`;
const token = `eyJhbGciOiJIUzI1NiJ9.${btoa('{"sub":"penny"}').replaceAll('=', '')}.${'s'.repeat(43)}`;

describe('a parameter that names somebody is separated from the one before it', () => {
  test.each([
    ['?utm_source=news&amp;ha_id=t', '?utm_source=news&ha_id=t'],
    ['?utm_source=news&AMP;ha_id=t', '?utm_source=news&ha_id=t'],
    ['?utm_source=news&amp;amp;ha_id=t', '?utm_source=news&ha_id=t'],
    ['?utm_source=news&#38;ha_id=t', '?utm_source=news&ha_id=t'],
    ['?utm_source=news&#038;ha_id=t#top', '?utm_source=news&ha_id=t#top'],
    ['?utm_source=news&amp%3Bha_id=t', '?utm_source=news&ha_id=t'],
    ['?utm_source=news?ha_id=t', '?utm_source=news&ha_id=t'],
    ['?utm_source=news%3Fha_id%3Dt', '?utm_source=news&ha_id=t'],
    ['?utm_source=news;ha_id=t', '?utm_source=news&ha_id=t'],
    ['??ha_id=t', '?&ha_id=t'],
    ['&ha_id=t', '?ha_id=t'],
    ['?Email=p@example.com', '?Email=p@example.com'],
  ])('in %s', (mangled, mended) => {
    expect(separate(at(mangled), names)).toBe(at(mended));
  });

  test.each([
    '?next=/p?x=1&ha_id=t',
    '?q=caf%E9+au%20lait&amp;x=%zz&y&&z=&utm[]=ü',
    '#/route?ha_id=u',
    '?a=1#?ha_id=t',
    '?my_ha_id=2&ha_idx=1',
  ])('and %s stays as it is', (plain) => {
    expect(separate(at(plain), names)).toBe(at(plain));
  });

  test('and names that no parameter of a link has are not looked for', () => {
    expect(separate(at('?a?(b=1'), ['(b', '.*'])).toBe(at('?a?(b=1'));
  });
});

describe('a value is read as it was meant', () => {
  const read = (query: string, name = 'ha_id') => new URL(mendLink(at(query), names)).searchParams.get(name);

  test.each([
    [`?ha_id=${token}.`, token],
    [`?ha_id=${token})`, token],
    [`?ha_id=${token}%3E`, token],
    [`?ha_id=${token}%22,`, token],
    [`?ha_id=${token}%E2%80%9D`, token],
    [`?ha_id=3D${token}`, token],
    [`?ha_id=%22${token}`, token],
    [`?ha_id=${encodeURIComponent(encodeURIComponent(token))}`, token],
    ['?ha_id=customer-7.', 'customer-7'],
    ['?ha_id=auth0|7', 'auth0|7'],
    ['?ha_id=a.b:c', 'a.b:c'],
  ])('%s', (query, value) => {
    expect(read(query)).toBe(value);
  });

  test.each([
    ['?_kx=ab+cd%3D.SfDmgw', '_kx', 'ab+cd=.SfDmgw'],
    ['?_kx=ab%2Bcd%3D.SfDmgw', '_kx', 'ab+cd=.SfDmgw'],
    ['?ajs_trait_email=jo%252Bshop%40example.com', 'ajs_trait_email', 'jo+shop@example.com'],
    ['?ajs_trait_email=mailto:jo@example.com%3E', 'ajs_trait_email', 'jo@example.com'],
    ['?ajs_trait_email=jo+shop@example.com', 'ajs_trait_email', 'jo+shop@example.com'],
  ])('%s', (query, name, value) => {
    expect(read(query, name)).toBe(value);
  });
});

describe('nobody is named', () => {
  test.each<readonly [string, string]>([
    ['by a token without its last part', token.split('.').slice(0, 2).join('.')],
    ['by a token that was cut', token.slice(0, -1)],
    ['by a token in small letters', token.toLowerCase()],
    ['by a token in capitals', token.toUpperCase()],
    ['by half a token', token.slice(0, 20)],
    ...[
      '{{person.id}}',
      '{{ person.ha_id }}',
      '*|UNIQID|*',
      '%%x%%',
      '%%ha_id%%',
      '[id]',
      '[[id]]',
      `$${'{id}'}`,
      '<%= id %>',
    ].map((text) => ['by a placeholder', text] as const),
    ...['undefined', 'null', 'None', 'NaN', '[object Object]', '', '.', '(null)'].map((text) => ['by', text] as const),
  ])('%s: %s', (_what, text) => {
    for (const written of [text, encodeURIComponent(text)]) {
      const url = new URL(mendLink(at(`?a=1&ha_id=${written}&b=2`), names));
      expect([url.searchParams.get('ha_id'), url.searchParams.get('a'), url.searchParams.get('b')]).toEqual([
        null,
        '1',
        '2',
      ]);
    }
  });
});

test('what is mended once stays as it is', () => {
  const once = mendLink(at(`?utm_source=news&amp;ha_id=${token}.`), names);
  expect(mendLink(once, names)).toBe(once);
});
