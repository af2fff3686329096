import type { Rgb } from '../core/theme/color.ts';
import { byNight, type GivenColors, paletteOf } from '../core/theme/palette.ts';
import { type Picture, readTheme, type ThemeChoice } from '../core/theme/readTheme.ts';
import type { ThemeFindings } from '../core/theme/themeNotes.ts';
import { cssColor } from '../platform/cssColor.ts';
import { darkScheme, isFontFamily } from '../platform/cssSupport.ts';
import { paint } from '../ui/applyTheme.ts';
import css from '../ui/picture.css?inline';

/** A theme on an element. */
export interface AppliedTheme extends ThemeFindings {
  /** The side of a flyout and of the teaser. */
  readonly position: 'start' | 'end';
  readonly picture: Picture | undefined;
  /** Styles of the picture. */
  readonly css: string;
  undo(): void;
}

/**
 * Gives a popup the owner's brand: custom properties on the element, which stands on the page. With the scheme `auto`
 * they follow the visitor's, until the undo. What the option says wrongly is left out; it never throws.
 *
 * @param rawTheme the option `theme` as it was given
 */
export function applyTheme(element: HTMLElement, rawTheme: unknown): AppliedTheme {
  const { choice, given, font, unread } = read(element, rawTheme);
  const { preset, position, picture, radius } = choice;
  const night = darkScheme();
  const shape = { radius, font, headingFont: font ?? preset.headingFont };
  const isAuto = choice.scheme === 'auto';
  const draw = () => paint(element, (isAuto && night.matches ? dark : day).palette, shape);
  const day = paletteOf(preset, given, choice.scheme === 'dark' ? 'dark' : 'light');
  const dark = paletteOf(preset, byNight(preset, given), 'dark');
  const unpaint = draw();
  if (isAuto) night.addEventListener('change', draw);
  return {
    position,
    picture,
    css,
    repairs: day.repairs,
    unread,
    undo() {
      night.removeEventListener('change', draw);
      unpaint();
    },
  };
}

/** The option with its colours and font looked at by the browser. */
function read(
  element: HTMLElement,
  rawTheme: unknown,
): { choice: ThemeChoice; given: GivenColors; font: string | undefined; unread: readonly string[] } {
  const choice = readTheme(rawTheme);
  const unread = [...choice.unread];
  const given: Record<string, Rgb> = {};
  for (const [name, text] of Object.entries(choice.colors)) {
    const color = text && cssColor(element, text);
    if (color) given[name] = color;
    else if (text) unread.push(name);
  }
  const isFont = choice.font === undefined || isFontFamily(choice.font);
  if (!isFont) unread.push('font');
  return { choice, given, font: isFont ? choice.font : undefined, unread };
}
