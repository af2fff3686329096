import { choiceOf, unquoted } from '../mendChoice.ts';
import { type Preset, presets } from './presets.ts';

/** The option `theme` as it can be used: what it says wrongly is left out. */
export interface ThemeChoice {
  readonly preset: Preset;
  /** As CSS writes them; whether the browser knows them is not looked at here. */
  readonly colors: {
    readonly accent: string | undefined;
    readonly surface: string | undefined;
    readonly text: string | undefined;
  };
  /** Pixels. */
  readonly radius: number;
  /** CSS `font-family`, not looked at here either. */
  readonly font: string | undefined;
  readonly picture: Picture | undefined;
  readonly position: Position;
  readonly scheme: 'light' | 'dark' | 'auto';
  /** Parts of the option that say nothing usable: `accent`, `radius`; `theme` for the whole. */
  readonly unread: readonly string[];
}

/** Where a flyout stands. */
export type Position = 'start' | 'end' | 'bar' | 'panel';

export interface Picture {
  readonly url: string;
  /** What it shows; empty for decoration. */
  readonly text: string;
}

const maxRadius = 40;
/** Longer than any colour, list of fonts or sensible description is. */
const maxLength = 300;

/** Reads the option, which may come from attributes as texts. Never throws. */
export function readTheme(raw: unknown): ThemeChoice {
  const unread: string[] = [];
  const isBag = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
  const given: Readonly<Record<string, unknown>> = isBag ? { ...raw } : { preset: raw };
  /** A part as what `read` makes of it; `undefined` is nothing usable. */
  const part = <T>(name: string, read: (value: unknown) => T | undefined): T | undefined => {
    const value = given[name];
    if (value === undefined || value === '') return undefined;
    const found = read(value);
    if (found === undefined) unread.push(isBag ? name : 'theme');
    return found;
  };
  const oneOf =
    <T extends string>(...names: readonly T[]) =>
    (value: unknown) =>
      choiceOf(value, names);

  const preset = presets[part('preset', oneOf('plain', 'warm', 'night')) ?? 'plain'];
  const url = part('picture', webAddress);
  return {
    preset,
    colors: { accent: part('accent', shortText), surface: part('surface', shortText), text: part('text', shortText) },
    radius: part('radius', pixels) ?? preset.radius,
    font: part('font', shortText),
    picture: url === undefined ? undefined : { url, text: part('pictureText', shortText) ?? '' },
    position: part('position', oneOf('start', 'end', 'bar', 'panel')) ?? 'end',
    scheme: part('scheme', oneOf('light', 'dark', 'auto')) ?? 'auto',
    unread,
  };
}

function shortText(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= maxLength ? value.trim() : undefined;
}

/** `12`, `'12'`, `'12px'` */
function pixels(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number(value.replace(/px$/, '')) : value;
  return typeof number === 'number' && number >= 0 ? Math.min(number, maxRadius) : undefined;
}

/** An http(s) address, or one of this site. */
function webAddress(value: unknown): string | undefined {
  try {
    const url = typeof value === 'string' ? unquoted(value) : '';
    return url && /^https?:$/.test(new URL(url, 'https://site.example').protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}
