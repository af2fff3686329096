import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../scripts/sample.ts';
import { normalize } from '../../config/normalize.ts';
import { complete } from '../../test/fixtures.ts';
import { type Looks, readLooks, withLooks } from './looks.ts';

const read = (value: unknown) => readLooks(JSON.stringify(value));
const settled = (tag: object, looks: unknown) => {
  const given = { ...complete, ...tag };
  return withLooks(normalize(given, 'shop.example'), given, read(looks) as Looks);
};

describe('a hosted file', () => {
  test('may say how the popup looks, reads and when it opens', () => {
    const looks = {
      layout: 'flyout',
      steps: 'two',
      locale: 'fr',
      theme: { preset: 'warm' },
      texts: { heading: 'Bonjour' },
      trigger: { delay: 500, scroll: 40 },
    };
    expect(read(looks)).toEqual(looks);
  });

  test.each([
    ['where sign-ups go', { collector: 'https://evil.example/v1/submissions' }],
    ['whose consent it is', { brand: 'Evil', terms: '/x', privacy: '/y', region: 'us', sender: { name: 'Evil' } }],
    [
      'who is asked for what',
      { ask: 'always-email', collect: 'email', allowPhoneOnly: true, trust: ['clear'], identify: ['klaviyo'] },
    ],
    ['what is agreed to', { wording: { en: { sms: 'Yes to all' } } }],
    ['what is stored', { storage: 'allowed', keepUnsent: 30 }],
    ['which pages are meant', { target: { include: ['*'] }, frequency: { maxShows: 99 }, id: 'other', store: 'other' }],
    [
      'what the entry has read already',
      { trigger: { manual: true, click: 'a', pages: 2, when: {} }, into: '#x', teaser: true },
    ],
  ])('may not say %s', (_what, said) => {
    expect(settled({}, said)).toEqual(normalize(complete, 'shop.example'));
  });

  test.each(['', '{', '[]', 'null', '7', '"flyout"', `{"texts":"${'x'.repeat(20_001)}"}`])(
    'that is broken changes nothing: %j',
    (text) => {
      expect(readLooks(text) ?? {}).toEqual({});
    },
  );

  test('of any content is no reason to throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (tag, value) => {
        const given = { ...complete, theme: tag, texts: tag, trigger: tag } as object;
        const looks = readLooks(JSON.stringify({ theme: value, texts: value, trigger: value, layout: value }));
        expect(withLooks(normalize(given, 'shop.example'), given, looks ?? {}).brand).toBe(complete.brand);
      }),
      { numRuns: runs(2_000) },
    );
  });
});

describe('the tag wins', () => {
  test('value by value', () => {
    const tag = {
      layout: 'modal',
      theme: { accent: '#123456' },
      texts: { phone: { heading: 'Mine' } },
      trigger: { delay: '900' },
    };
    const looks = {
      layout: 'flyout',
      theme: { preset: 'warm', accent: '#abcdef' },
      texts: { phone: { heading: 'Theirs', body: 'Body' }, button: 'Go' },
      trigger: { delay: 100, exit: true },
    };
    expect(settled(tag, looks)).toMatchObject({
      layout: 'modal',
      theme: { preset: 'warm', accent: '#123456' },
      texts: { phone: { heading: 'Mine', body: 'Body' }, button: 'Go' },
      trigger: { delay: 900, exit: true },
    });
  });

  test('where it says that nothing opens by itself', () => {
    expect(settled({ trigger: 'manual' }, { trigger: { delay: 0 } }).trigger).toMatchObject({ manual: true });
  });
});
