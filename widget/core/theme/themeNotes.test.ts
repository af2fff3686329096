import { expect, test } from 'vitest';
import { fromHex } from './color.ts';
import { paletteOf } from './palette.ts';
import { presets } from './presets.ts';
import { themeNotes } from './themeNotes.ts';

test('a readable theme gets no note', () => {
  const { repairs } = paletteOf(presets.plain, { accent: fromHex('#0b5394') }, 'light');
  expect(themeNotes({ repairs, unread: [] })).toEqual([]);
});

test('a note says what was changed, from what, and why', () => {
  const { repairs } = paletteOf(presets.plain, { accent: fromHex('#ffd400'), text: fromHex('#aaaaaa') }, 'light');
  expect(themeNotes({ repairs, unread: [] })).toEqual([
    {
      tone: 'good',
      says: expect.stringMatching(
        /^`theme\.text` #aaaaaa has a contrast of 2\.32 where 4\.5 is needed: it is drawn in #[0-9a-f]{6}\.$/,
      ),
    },
    {
      tone: 'good',
      says: expect.stringMatching(
        /^`theme\.accent` #ffd400 has a contrast of 1\.\d+ where 4\.5 is needed: links and focus are drawn in #[0-9a-f]{6}\.$/,
      ),
    },
  ]);
});

test('a note says what could not be used, and what to give instead', () => {
  expect(themeNotes({ repairs: [], unread: ['accent', 'theme'] })).toEqual([
    { tone: 'bad', says: '`theme.accent` is wrong, so it is not used.', fix: 'Give it an opaque CSS colour.' },
    { tone: 'bad', says: '`theme` is wrong, so it is not used.', fix: 'Give it plain, warm or night, or an object.' },
  ]);
});

test('ratios are rounded down, so that one that is too low never looks sufficient', () => {
  const repair = {
    name: 'text',
    given: fromHex('#777777'),
    used: fromHex('#767676'),
    ratio: 4.4999,
    needed: 4.5,
  } as const;
  expect(themeNotes({ repairs: [repair], unread: [] })[0]?.says).toContain('4.49 ');
});
