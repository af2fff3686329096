import type { RawOptions } from '../config/settings.ts';
import type { Rgb } from '../core/theme/color.ts';
import { byNight, type GivenColors, paletteOf } from '../core/theme/palette.ts';
import { type Picture, type Position, readTheme, type ThemeChoice } from '../core/theme/readTheme.ts';
import type { ThemeFindings } from '../core/theme/themeNotes.ts';
import { cssColor } from '../platform/cssColor.ts';
import { darkScheme, isFontFamily } from '../platform/cssSupport.ts';
import { fromPage } from '../platform/fromPage.ts';
import { paint } from '../ui/applyTheme.ts';
import css from '../ui/picture.css?inline';

/** A theme on an element. */
export interface AppliedTheme extends ThemeFindings {
  readonly position: Position;
  readonly picture: Picture | undefined;
  /** Styles of the picture, and of the place. */
  readonly css: string;
  undo(): void;
}

/**
 * Reads the owner's theme: answers what puts it on an element. What the option says wrongly is left out; it never throws.
 */
export function themeOf({ theme }: Pick<RawOptions, 'theme'>): (element: HTMLElement) => AppliedTheme {
  const choice = readTheme(theme);
  return (element) => applyTheme(element, choice);
}

/** The same with the styles of its place, which few popups need. Without them it is a flyout. */
export async function placedThemeOf({ theme }: RawOptions): Promise<(element: HTMLElement) => AppliedTheme> {
  const choice = readTheme(theme);
  const isAtEdge = choice.position === 'bar' || choice.position === 'panel';
  const edges = isAtEdge ? await import('../ui/edges.ts').then((m) => m.edges).catch(() => '') : '';
  return (element) => applyTheme(element, choice, edges);
}

/**
 * Gives a popup the owner's brand: custom properties on the element, which is on the page. With the scheme `auto` they
 * follow the visitor's, until the undo.
 */
function applyTheme(element: HTMLElement, choice: ThemeChoice, edges = ''): AppliedTheme {
  const { given, font, unread } = inBrowser(element, choice);
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
    picture: picture && { ...picture, url: fromPage(picture.url) },
    css: (picture ? css : '') + edges,
    repairs: day.repairs,
    unread,
    undo() {
      night.removeEventListener('change', draw);
      unpaint();
    },
  };
}

/** Colours and font as the browser knows them, and what could not be used. */
function inBrowser(
  element: HTMLElement,
  choice: ThemeChoice,
): { given: GivenColors; font: string | undefined; unread: readonly string[] } {
  const unread = [...choice.unread];
  const given: Record<string, Rgb> = {};
  for (const [name, text] of Object.entries(choice.colors)) {
    const color = text && cssColor(element, text);
    if (color) given[name] = color;
    else if (text) unread.push(name);
  }
  const isFont = choice.font === undefined || isFontFamily(choice.font);
  if (!isFont) unread.push('font');
  return { given, font: isFont ? choice.font : undefined, unread };
}
