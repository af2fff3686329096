import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../scripts/sample.ts';
import { contrast, fromHex, lightness, type Rgb, toHex, withLightness } from './color.ts';
import { byNight, forFills, forShapes, forText, type GivenColors, type Palette, paletteOf } from './palette.ts';
import { presets } from './presets.ts';

const colors = fc.tuple(...[0, 1, 2].map(() => fc.nat(255))) as unknown as fc.Arbitrary<Rgb>;
const givenColors = fc.record({ accent: colors, surface: colors, text: colors }, { requiredKeys: [] });
const names = fc.constantFrom(...(Object.keys(presets) as (keyof typeof presets)[]));
const schemes = fc.constantFrom('light', 'dark');

/** Every pair that stands on one another, with what WCAG asks of it. */
function pairs(palette: Palette): readonly (readonly [name: string, ratio: number, needed: number])[] {
  const { surface, tint, accent } = palette;
  const on = (name: 'text' | 'muted' | 'link' | 'problem' | 'line', needed: number) =>
    [
      [`${name} on surface`, contrast(palette[name], surface), needed],
      [`${name} on tint`, contrast(palette[name], tint), needed],
    ] as const;
  return [
    ...on('text', forText),
    ...on('muted', forText),
    ...on('link', forText),
    ...on('problem', forText),
    ...on('line', forShapes),
    ['onAccent on accent', contrast(palette.onAccent, accent), forText],
    ['onAccent on hover', contrast(palette.onAccent, palette.hover), forText],
    ['accent on surface', contrast(accent, surface), forFills],
  ];
}

const failing = (palette: Palette) => pairs(palette).filter(([, ratio, needed]) => ratio < needed);

describe('any colours', () => {
  test('give a palette in which all text is readable', () => {
    fc.assert(
      fc.property(names, givenColors, schemes, (name, given, scheme) => {
        expect(failing(paletteOf(presets[name], given as GivenColors, scheme).palette)).toEqual([]);
      }),
      { numRuns: runs(1500) },
    );
  });

  test('give a readable dark palette, too', () => {
    fc.assert(
      fc.property(names, givenColors, (name, given) => {
        const adapted = byNight(presets[name], given as GivenColors);
        expect(failing(paletteOf(presets[name], adapted, 'dark').palette)).toEqual([]);
      }),
      { numRuns: runs(1500) },
    );
  });

  test('stay as they were given where they are readable, and every change is reported', () => {
    fc.assert(
      fc.property(givenColors, schemes, (some, scheme) => {
        const given = some as GivenColors;
        const { palette, repairs } = paletteOf(presets.plain, given, scheme);
        const told = (name: string) => repairs.find((repair) => repair.name === name);
        if (given.surface) expect(palette.surface).toBe(given.surface);
        if (given.text) {
          const passes = contrast(given.text, palette.surface) >= forText;
          expect(palette.text === given.text).toBe(passes);
          expect(told('text') === undefined).toBe(passes);
        } else expect(told('text')).toBeUndefined();
        if (given.accent) {
          const passes = contrast(given.accent, palette.surface) >= forFills;
          expect(palette.accent === given.accent).toBe(passes);
          expect(told('accent') === undefined).toBe(passes);
          const isLegible = [palette.surface, palette.tint].every(
            (ground) => contrast(given.accent as Rgb, ground) >= forText,
          );
          expect(told('link') === undefined).toBe(isLegible);
          if (isLegible) expect(palette.link).toBe(given.accent);
        } else expect(repairs.filter((repair) => repair.name !== 'text')).toEqual([]);
        for (const { ratio, needed, used, given: was } of repairs) {
          expect(ratio).toBeLessThan(needed);
          expect(used).not.toEqual(was);
        }
      }),
      { numRuns: runs(1500) },
    );
  });

  test('are stable after one repair', () => {
    fc.assert(
      fc.property(names, givenColors, schemes, (name, given, scheme) => {
        const { palette } = paletteOf(presets[name], given as GivenColors, scheme);
        const { accent, surface, text } = palette;
        const again = paletteOf(presets[name], { accent, surface, text }, scheme);
        expect(again.palette).toEqual(palette);
        expect(again.repairs.filter((repair) => repair.name !== 'link')).toEqual([]);
      }),
    );
  });
});

describe('a repair', () => {
  test('changes no more than is needed, and keeps the hue', () => {
    const { palette, repairs } = paletteOf(presets.plain, { accent: fromHex('#ffd400') }, 'light');
    expect(repairs).toEqual([
      expect.objectContaining({ name: 'link', given: fromHex('#ffd400'), used: palette.link, needed: forText }),
    ]);
    // The button keeps the brand's yellow; its words are dark.
    expect(toHex(palette.accent)).toBe('#ffd400');
    expect(lightness(palette.onAccent)).toBeLessThan(0.4);
    const [red, green, blue] = palette.link;
    expect(red).toBeGreaterThan(blue);
    expect(green).toBeGreaterThan(blue);
    expect(contrast(palette.link, palette.tint)).toBeLessThan(forText + 0.2);
  });

  test('turns white on white into a readable grey', () => {
    const { palette, repairs } = paletteOf(presets.plain, { text: fromHex('#ffffff') }, 'light');
    expect(repairs.map(({ name, ratio }) => [name, ratio])).toEqual([['text', 1]]);
    expect(contrast(palette.text, palette.surface)).toBeGreaterThanOrEqual(forText);
  });

  test('uses the other scheme’s text on a surface of the other scheme, without a report', () => {
    const { palette, repairs } = paletteOf(presets.plain, { surface: fromHex('#101010') }, 'light');
    expect(palette.text).toBe(presets.plain.dark.text);
    expect(repairs).toEqual([]);
  });
});

describe('in the dark scheme', () => {
  test('a light surface turns dark in its own hue, and a dark one stays', () => {
    const cream = byNight(presets.plain, { surface: fromHex('#fff4e0') }).surface as Rgb;
    expect(lightness(cream)).toBeLessThan(0.3);
    expect(cream[0]).toBeGreaterThan(cream[2]);
    const ink = fromHex('#101020');
    expect(byNight(presets.plain, { surface: ink }).surface).toBe(ink);
  });

  test('a dark accent turns light, and an unreadable text colour is left out', () => {
    const { accent, text } = byNight(presets.plain, { accent: fromHex('#1e3a8a'), text: fromHex('#222222') });
    expect(contrast(accent as Rgb, presets.plain.dark.surface)).toBeGreaterThanOrEqual(forShapes);
    expect(text).toBeUndefined();
  });
});

describe('the ready themes', () => {
  for (const [name, preset] of Object.entries(presets)) {
    for (const scheme of ['light', 'dark'] as const) {
      test(`${name} needs no repair, ${scheme}`, () => {
        const own = preset[scheme];
        const { palette, repairs } = paletteOf(preset, own, scheme);
        expect(repairs).toEqual([]);
        expect(palette.link).toBe(own.accent);
        expect(contrast(own.text, own.surface)).toBeGreaterThan(7);
      });
    }
  }
});

describe('the default colours of the styles', () => {
  const css = readFileSync(new URL('../../ui/styles.css', import.meta.url), 'utf8');
  const hostRules = [...css.matchAll(/:host\s*{([^}]*)}/g)].map(([, rule]) => rule ?? '');
  const colorsOf = (rules: readonly string[]) =>
    Object.fromEntries(
      rules.flatMap((rule) => [...rule.matchAll(/--ha-([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, n, hex]) => [n, hex])),
    ) as Record<string, string>;

  for (const [scheme, rules] of [
    ['light', hostRules.slice(0, -1)],
    ['dark', hostRules],
  ] as const) {
    test(`are readable, ${scheme}`, () => {
      const colors = colorsOf(rules);
      const of = (name: string) => fromHex(colors[name] ?? '');
      for (const name of ['text', 'muted', 'problem', 'accent']) {
        expect(contrast(of(name), of('surface')), name).toBeGreaterThanOrEqual(forText);
      }
      expect(contrast(of('line'), of('surface')), 'line').toBeGreaterThanOrEqual(forShapes);
      expect(contrast(of('on-accent'), of('accent')), 'on-accent').toBeGreaterThanOrEqual(forText);
      // Without a theme it looks as the first theme does.
      const { accent, surface, text } = presets.plain[scheme];
      expect([colors.accent, colors.surface, colors.text]).toEqual([accent, surface, text].map(toHex));
    });
  }
});

describe('colour calculations', () => {
  test('give the contrast that WCAG defines', () => {
    expect(contrast(fromHex('#000000'), fromHex('#ffffff'))).toBe(21);
    expect(contrast(fromHex('#777777'), fromHex('#ffffff'))).toBeCloseTo(4.48, 2);
    expect(contrast(fromHex('#ff0000'), fromHex('#ffffff'))).toBeCloseTo(4, 1);
  });

  test('keep lightness and hue on the way there and back', () => {
    fc.assert(
      fc.property(colors, (color) => {
        const back = withLightness(color, lightness(color));
        for (const i of [0, 1, 2] as const) expect(Math.abs(back[i] - color[i])).toBeLessThanOrEqual(1);
        expect(fromHex(toHex(color))).toEqual(color);
      }),
    );
  });
});
