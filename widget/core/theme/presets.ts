import { fromHex, type Rgb } from './color.ts';

/** The three colours that all others are derived from. */
export interface BaseColors {
  readonly accent: Rgb;
  readonly surface: Rgb;
  readonly text: Rgb;
}

/** A ready theme. */
export interface Preset {
  readonly light: BaseColors;
  readonly dark: BaseColors;
  /** Pixels. */
  readonly radius: number;
  /** CSS `font-family` of headings, where they have one of their own. */
  readonly headingFont?: string;
}

export const presets: Readonly<Record<'plain' | 'warm' | 'night', Preset>> = {
  plain: {
    light: base('#14532d', '#ffffff', '#1c1917'),
    dark: base('#86efac', '#1c1917', '#fafaf9'),
    radius: 14,
  },
  warm: {
    light: base('#a8431f', '#fdf5ea', '#3a2317'),
    dark: base('#f3aa7e', '#2b1d16', '#f9ecdf'),
    radius: 22,
    headingFont: '"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,serif',
  },
  night: {
    light: base('#ffd27a', '#251f4d', '#f3f0ff'),
    dark: base('#ffd27a', '#17132f', '#eeeaff'),
    radius: 18,
  },
};

function base(accent: string, surface: string, text: string): BaseColors {
  return { accent: fromHex(accent), surface: fromHex(surface), text: fromHex(text) };
}
