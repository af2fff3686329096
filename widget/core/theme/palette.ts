import { contrast, fromHex, lightness, mix, type Rgb, withLightness } from './color.ts';
import type { BaseColors, Preset } from './presets.ts';
import { black, legible, white, worst } from './repair.ts';

/** What WCAG 2.2 AA asks of text. */
export const forText = 4.5;
/** What it asks of borders, icons and the focus ring. */
export const forShapes = 3;
/** With less, a button cannot be told from its background; its text has a separate limit. */
export const forFills = 1.3;

/** Every colour of the popup. */
export interface Palette extends BaseColors {
  /** On the accent: the button's text. */
  readonly onAccent: Rgb;
  /** The button below a pointer. */
  readonly hover: Rgb;
  /** The accent as links, focus ring and ticks show it. */
  readonly link: Rgb;
  /** The surface of boxes within the popup. */
  readonly tint: Rgb;
  readonly muted: Rgb;
  readonly line: Rgb;
  readonly problem: Rgb;
}

/** A colour of the owner that could not be shown as it was given. */
export interface Repair {
  /** `link`: the accent, where it is text or a thin shape. */
  readonly name: 'accent' | 'link' | 'text';
  readonly given: Rgb;
  readonly used: Rgb;
  /** Contrast of the colour as it was given, against the surface. */
  readonly ratio: number;
  readonly needed: number;
}

/** The owner's colours; the preset has the others. */
export type GivenColors = Partial<BaseColors>;

/** A palette in which everything can be read, and what was changed of the owner's colours for it. */
export function paletteOf(
  preset: Preset,
  given: GivenColors,
  scheme: 'light' | 'dark',
): { readonly palette: Palette; readonly repairs: readonly Repair[] } {
  const own = preset[scheme];
  const surface = given.surface ?? own.surface;
  const repairs: Repair[] = [];
  const repaired = (name: Repair['name'], color: Rgb, backgrounds: readonly Rgb[], needed: number) => {
    const used = legible(color, backgrounds, needed);
    const owners = given[name === 'link' ? 'accent' : name];
    if (owners && used !== color)
      repairs.push({ name, given: owners, used, ratio: worst(owners, backgrounds), needed });
    return used;
  };

  const text = repaired('text', given.text ?? ownText(preset, own, surface), [surface], forText);
  // Text on a tint has less contrast than text on the surface, so the tint is fainter where contrast is scarce.
  const tint = [0.08, 0.05, 0.03].map((share) => mix(surface, text, share)).find((t) => contrast(text, t) >= forText);
  const backgrounds = tint ? [surface, tint] : [surface];
  const accent = repaired('accent', given.accent ?? own.accent, [surface], forFills);
  const onAccent = contrast(white, accent) >= forText ? white : legible(withLightness(accent, 0.25), [accent], forText);
  return {
    palette: {
      surface,
      text,
      accent,
      onAccent,
      hover: withLightness(accent, lightness(accent) + (onAccent === white ? -0.06 : 0.06)),
      link: repaired('link', accent, backgrounds, forText),
      tint: tint ?? surface,
      muted: legible(mix(text, surface, 0.28), backgrounds, forText),
      line: legible(mix(text, surface, 0.5), backgrounds, forShapes),
      problem: legible(fromHex(isDark(surface) ? '#fda29b' : '#b42318'), backgrounds, forText),
    },
    repairs,
  };
}

/** The owner's colours are those of the day: the same brand by night. */
export function byNight(preset: Preset, { accent, surface, text }: GivenColors): GivenColors {
  const dark = surface && (isDark(surface) ? surface : withLightness(surface, 0.22));
  const below = dark ?? preset.dark.surface;
  return {
    ...(dark ? { surface: dark } : {}),
    ...(accent ? { accent: legible(accent, [below], forShapes) } : {}),
    ...(text && contrast(text, below) >= forText ? { text } : {}),
  };
}

/** The preset's text, of the scheme that fits the surface. */
function ownText({ light, dark }: Preset, own: BaseColors, surface: Rgb): Rgb {
  return [own, light, dark].find(({ text }) => contrast(text, surface) >= forText)?.text ?? own.text;
}

/** White has more contrast to it than black. */
export function isDark(surface: Rgb): boolean {
  return contrast(white, surface) > contrast(black, surface);
}
