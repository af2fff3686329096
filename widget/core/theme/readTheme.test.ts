import fc from 'fast-check';
import { expect, test } from 'vitest';
import { presets } from './presets.ts';
import { readTheme } from './readTheme.ts';

test('the name of a ready theme is enough', () => {
  expect(readTheme('warm')).toEqual({
    preset: presets.warm,
    colors: {},
    font: undefined,
    picture: undefined,
    radius: presets.warm.radius,
    position: 'end',
    scheme: 'auto',
    unread: [],
  });
  expect(readTheme(undefined).preset).toBe(presets.plain);
  expect(readTheme(undefined).unread).toEqual([]);
});

test('a theme can be given by attributes, as texts', () => {
  const theme = readTheme({
    preset: 'night',
    accent: ' oklch(70% 0.1 200) ',
    radius: '12px',
    font: 'Georgia, serif',
    picture: '/beans.webp',
    pictureText: 'Beans',
    position: 'start',
    scheme: 'dark',
  });
  expect(theme).toEqual({
    preset: presets.night,
    colors: { accent: 'oklch(70% 0.1 200)' },
    radius: 12,
    font: 'Georgia, serif',
    picture: { url: '/beans.webp', text: 'Beans' },
    position: 'start',
    scheme: 'dark',
    unread: [],
  });
});

test('unusable values are named and left out', () => {
  const theme = readTheme({
    preset: 'warn',
    accent: 7,
    radius: 'round',
    picture: 'javascript:alert(1)',
    position: 'left',
    scheme: 'sepia',
    font: 'x'.repeat(301),
  });
  expect(theme).toEqual({
    preset: presets.plain,
    colors: {},
    radius: presets.plain.radius,
    position: 'end',
    scheme: 'auto',
    unread: ['preset', 'picture', 'accent', 'radius', 'font', 'position', 'scheme'],
  });
  expect(readTheme('warn').unread).toEqual(['theme']);
  expect(readTheme(['warm']).unread).toEqual(['theme']);
});

test.each([
  'data:image/svg+xml,<svg/>',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'blob:https://shop.example/1',
  'http://',
])('%j is no picture', (picture) => {
  expect(readTheme({ picture }).picture).toBeUndefined();
});

test('a radius is limited to what a popup can have', () => {
  expect(readTheme({ radius: 0 }).radius).toBe(0);
  expect(readTheme({ radius: 9999 }).radius).toBe(40);
  expect(readTheme({ radius: Number.NaN }).unread).toEqual(['radius']);
  expect(readTheme({ radius: '-3' }).unread).toEqual(['radius']);
});

test('no input makes it throw', () => {
  fc.assert(
    fc.property(fc.anything(), (raw) => {
      readTheme(raw);
    }),
  );
  const names = [
    'preset',
    'accent',
    'surface',
    'text',
    'radius',
    'font',
    'picture',
    'pictureText',
    'position',
    'scheme',
  ];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), fc.anything()), (raw) => {
      expect(Object.values(readTheme(raw).colors).every((text) => /string|undefined/.test(typeof text))).toBe(true);
    }),
  );
});
