import type { Strings } from '../strings.ts';

const accented: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  d: 'ð',
  e: 'ë',
  g: 'ğ',
  i: 'ï',
  l: 'ł',
  n: 'ñ',
  o: 'ø',
  s: 'š',
  t: 'ŧ',
  u: 'ü',
  y: 'ý',
  z: 'ž',
};

/**
 * A sentence as a longer language might have it: accents on the letters, 40 per cent more of them, and brackets that show
 * where one was cut off. Slots stay.
 *
 * @example `Sign up` → `⟦Šïğñ üp~~~⟧`
 */
export function pseudoText(text: string): string {
  const letters = text.replace(/\{\w+\}/g, '');
  // Spaces between, so that what is added breaks over lines as words do.
  const padding = 'wxyz~ '.repeat(letters.length).slice(0, Math.ceil(letters.length * 0.4));
  const said = text
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith('{') ? part : part.replace(/[a-z]/g, (letter) => accented[letter] ?? letter)))
    .join('');
  return `⟦${said}${padding.trimEnd()}⟧`;
}

/** A whole catalogue of such sentences. For tests only; not part of the script. */
export function pseudoStrings(strings: Strings): Strings {
  const through = (value: unknown): unknown =>
    typeof value === 'string'
      ? pseudoText(value)
      : Object.fromEntries(Object.entries(value as object).map(([name, inner]) => [name, through(inner)]));
  const { locale, direction, ...texts } = strings;
  return { ...(through(texts) as Strings), locale, direction };
}
