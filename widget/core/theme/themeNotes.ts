import type { Note } from '../notice/note.ts';
import { toHex } from './color.ts';
import type { Repair } from './palette.ts';

/** What a theme came to on this page. */
export interface ThemeFindings {
  /** In the colours of the day, unless the owner wants those of the night alone. */
  readonly repairs: readonly Repair[];
  /** Parts of the option that say nothing usable, or a colour or font that this browser does not know. */
  readonly unread: readonly string[];
}

/** What the owner's notice says of the theme: what was changed for the sake of reading, and what could not be used. */
export function themeNotes({ repairs, unread }: ThemeFindings): Note[] {
  return [
    ...unread.map((name): Note => {
      const option = name === 'theme' ? name : `theme.${name}`;
      return {
        tone: 'bad',
        says: `\`${option}\` is wrong, so it is not used.`,
        fix: `Give it ${expected[name] ?? 'a text'}.`,
      };
    }),
    ...repairs.map(({ name, given, used, ratio, needed }): Note => {
      const was = `${toHex(given)} has a contrast of ${rounded(ratio)} where ${needed} is needed`;
      return name === 'link'
        ? { tone: 'good', says: `\`theme.accent\` ${was}: links and focus are drawn in ${toHex(used)}.` }
        : { tone: 'good', says: `\`theme.${name}\` ${was}: it is drawn in ${toHex(used)}.` };
    }),
  ];
}

const color = 'an opaque CSS colour';

/** What a part must be, as a text. */
const expected: Readonly<Record<string, string>> = {
  theme: 'plain, warm or night, or an object',
  preset: 'plain, warm or night',
  accent: color,
  surface: color,
  text: color,
  radius: 'a number of pixels',
  font: 'a CSS font-family',
  picture: 'an http(s) address or a path',
  position: 'start, end, bar or panel',
  scheme: 'light, dark or auto',
};

/** Never up to what is needed: `4.49`, not `4.5`. */
function rounded(ratio: number): number {
  return Math.floor(ratio * 100) / 100;
}
