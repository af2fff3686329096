import { contrast, lightness, type Rgb, withLightness } from './color.ts';

export const white: Rgb = [255, 255, 255];
export const black: Rgb = [0, 0, 0];

/** Fine enough that no eye sees the step that was too much. */
const step = 0.005;

/**
 * The colour itself where it has `needed` contrast against every background, else the nearest in lightness that has.
 * Where the backgrounds leave no such colour, black or white, whichever shows better.
 */
export function legible(color: Rgb, backgrounds: readonly Rgb[], needed: number): Rgb {
  if (worst(color, backgrounds) >= needed) return color;
  const from = lightness(color);
  for (let away = step; away <= 1; away += step) {
    for (const candidate of [withLightness(color, from - away), withLightness(color, from + away)]) {
      if (worst(candidate, backgrounds) >= needed) return candidate;
    }
  }
  return worst(white, backgrounds) > worst(black, backgrounds) ? white : black;
}

/** The least contrast that a colour has against any of them. */
export function worst(color: Rgb, backgrounds: readonly Rgb[]): number {
  return Math.min(...backgrounds.map((background) => contrast(color, background)));
}
